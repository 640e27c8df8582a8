import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { draftEvent } from "./draft-event";
import { lockDraft } from "./locked-draft";

type Return = { readonly panel: PanelView; readonly reason: string };

/** Nobody stands behind it any more: it can be edited again. */
export const unsubmitted = {
  submittedBy: null,
  submittedAt: null,
  inForceOn: null,
  approvedBy: null,
  approvedAt: null,
} as const;

/** The second person sends a submitted draft back, with a reason. */
export async function returnDraft(ctx: Ctx, { panel, reason }: Return): Promise<Result<null>> {
  const staffId = actingStaff(ctx, "policy.approve", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const locked = await lockDraft(ctx, panel, "submitted");
  if (!locked.ok) return locked;
  const { organisationId } = panel;
  await ctx.tx.policyDraft.update({
    where: { organisationId_id: { organisationId, id: locked.value.id } },
    data: { ...unsubmitted, returnedBy: staffId, returnedAt: ctx.at, returnedReason: reason },
  });
  await appendEntry(ctx, organisationId, draftEvent(ctx, "policy.returned", locked.value));
  return ok(null);
}
