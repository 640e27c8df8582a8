import { appendEntry } from "@/lib/ledger/append";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import type { RoleOfStaff } from "./grant-role";

/** Takes a role back. It stops counting with this transaction, also for somebody who is signed in. */
export async function revokeRole(ctx: Ctx, { panel, email, role }: RoleOfStaff): Promise<Result<string>> {
  const { organisationId, id: panelId } = panel;
  const grant = await ctx.tx.roleGrant.findFirst({
    where: { organisationId, panelId, role, revokedAt: null, staff: { email: email.toLowerCase() } },
    select: { id: true, staffId: true },
  });
  if (grant === null) return refuse("role.notHeld");
  const revoked = await ctx.tx.roleGrant.updateMany({
    where: { organisationId, id: grant.id, revokedAt: null },
    data: { revokedAt: ctx.at },
  });
  if (revoked.count === 0) return refuse("role.notHeld");
  await appendEntry(ctx, organisationId, {
    ...{ eventType: "role.revoked", panelId, subjectRef: null, effectiveAt: ctx.at },
    data: { roleGrantId: grant.id, staffId: grant.staffId, role },
  });
  return ok(grant.id);
}
