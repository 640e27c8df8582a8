import { newId } from "@/lib/id";
import { appendEntry } from "@/lib/ledger/append";
import type { StaffRole } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";

/** A role on a panel for a member of staff, named by their work address. */
export type RoleOfStaff = {
  readonly panel: PanelView;
  readonly email: string;
  readonly role: StaffRole;
};

/** With a name, somebody who is not known yet becomes a member of staff. */
type RoleToGrant = RoleOfStaff & { readonly name?: string | undefined };

async function staffFor(ctx: Ctx, { panel, email, name }: RoleToGrant): Promise<string | null> {
  const { organisationId } = panel;
  const known = await ctx.tx.staff.findUnique({ where: { email: email.toLowerCase() } });
  if (known !== null)
    return known.organisationId === organisationId && known.endedAt === null ? known.id : null;
  if (name === undefined) return null;
  const id = newId(ctx.at);
  const staff = { id, organisationId, email: email.toLowerCase(), name, createdAt: ctx.at };
  await ctx.tx.staff.create({ data: staff });
  return id;
}

/** Gives somebody a role on a panel. Refuses who is not staff of this organisation and has no name given, and a role they have. */
export async function grantRole(ctx: Ctx, input: RoleToGrant): Promise<Result<string>> {
  const { panel, role } = input;
  const { organisationId, id: panelId } = panel;
  const staffId = await staffFor(ctx, input);
  if (staffId === null) return refuse("role.notStaff");
  const active = { organisationId, panelId, staffId, role, revokedAt: null };
  if ((await ctx.tx.roleGrant.count({ where: active })) > 0) return refuse("role.held");
  const id = newId(ctx.at);
  await ctx.tx.roleGrant.create({ data: { ...active, id, grantedAt: ctx.at } });
  await appendEntry(ctx, organisationId, {
    ...{ eventType: "role.granted", panelId, subjectRef: null, effectiveAt: ctx.at },
    data: { roleGrantId: id, staffId, role },
  });
  return ok(id);
}
