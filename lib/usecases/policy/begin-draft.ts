import { newId } from "@/lib/id";
import { appendEntry } from "@/lib/ledger/append";
import type { Prisma } from "@/lib/db/generated/client";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { draftEvent } from "./draft-event";

type Begun = { readonly draftId: string; readonly begun: boolean };

/**
 * Begins the panel's draft as a copy of the version in force. There is one at a time: whoever presses second finds the
 * first one's.
 */
export async function beginDraft(ctx: Ctx, { panel }: { readonly panel: PanelView }): Promise<Result<Begun>> {
  const staffId = actingStaff(ctx, "policy.edit", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const { organisationId, id: panelId, policyVersionId } = panel;
  const inForce = await ctx.tx.policyVersion.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id: policyVersionId } },
    select: { document: true, number: true },
  });
  const draft = {
    organisationId,
    id: newId(ctx.at),
    panelId,
    baseNumber: inForce.number,
    document: inForce.document as Prisma.InputJsonObject,
    editedBy: staffId,
    editedAt: ctx.at,
  };
  const { count } = await ctx.tx.policyDraft.createMany({ data: [draft], skipDuplicates: true });
  if (count === 0) {
    const open = await ctx.tx.policyDraft.findFirstOrThrow({
      where: { organisationId, panelId, policyVersionId: null },
      select: { id: true },
    });
    return ok({ draftId: open.id, begun: false });
  }
  const more = { baseNumber: String(inForce.number) };
  await appendEntry(ctx, organisationId, draftEvent(ctx, "policy.drafted", { ...draft, revision: 1 }, more));
  return ok({ draftId: draft.id, begun: true });
}
