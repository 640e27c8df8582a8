import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { draftEvent } from "./draft-event";
import { lockDraft } from "./locked-draft";
import { unsubmitted } from "./return-draft";

/** Calls back what was submitted, or approved for a later day: nothing comes into force, and it can be edited again. */
export async function recallDraft(ctx: Ctx, { panel }: { readonly panel: PanelView }): Promise<Result<null>> {
  if (actingStaff(ctx, "policy.edit", panel.id) === null) return refuse("form.notPermitted");
  const locked = await lockDraft(ctx, panel, "submitted", "approved");
  if (!locked.ok) return locked;
  const { organisationId } = panel;
  await ctx.tx.policyDraft.update({
    where: { organisationId_id: { organisationId, id: locked.value.id } },
    data: unsubmitted,
  });
  await appendEntry(ctx, organisationId, draftEvent(ctx, "policy.recalled", locked.value));
  return ok(null);
}
