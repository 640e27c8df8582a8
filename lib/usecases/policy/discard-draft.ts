import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { draftEvent } from "./draft-event";
import { lockDraft, refuseStale } from "./locked-draft";

type Discard = { readonly panel: PanelView; readonly revision: number };

/** Throws a draft away. The trail keeps that there was one, and the hash of each state it was saved in. */
export async function discardDraft(ctx: Ctx, { panel, revision }: Discard): Promise<Result<null>> {
  if (actingStaff(ctx, "policy.edit", panel.id) === null) return refuse("form.notPermitted");
  const locked = await lockDraft(ctx, panel, "editing");
  if (!locked.ok) return locked;
  const stale = await refuseStale(ctx, locked.value, revision);
  if (stale !== null) return stale;
  const { organisationId } = panel;
  await ctx.tx.policyDraft.delete({
    where: { organisationId_id: { organisationId, id: locked.value.id } },
  });
  await appendEntry(ctx, organisationId, draftEvent(ctx, "policy.discarded", locked.value));
  return ok(null);
}
