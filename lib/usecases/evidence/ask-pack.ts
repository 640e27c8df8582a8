import { newId } from "@/lib/id";
import { appendEntry } from "@/lib/ledger/append";
import { wake } from "@/lib/messaging/wake";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { TrailReason } from "@/lib/schemas/trail-forms";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

type Input = {
  readonly panel: PanelView;
  /** Whose evidence; null for an activity's, or for the whole ledger's. */
  readonly subjectRef: string | null;
  readonly activityId: string | null;
  readonly reason: TrailReason;
};

/**
 * Asks for evidence to be put together. Who asked, about whom and why is an entry first, and the pack holds what was
 * recorded up to it: the entry itself is in it. Returns the pack's id.
 */
export async function askPack(ctx: Ctx, input: Input): Promise<Result<string>> {
  const { panel, subjectRef, activityId, reason } = input;
  const askedBy = actingStaff(ctx, "evidence.pack", panel.id);
  if (askedBy === null) return refuse("form.notPermitted");
  const { organisationId, id: panelId } = panel;
  if (activityId !== null) {
    const activity = await ctx.tx.activity.findUnique({
      where: { organisationId_id: { organisationId, id: activityId } },
      select: { panelId: true },
    });
    if (activity?.panelId !== panelId) return refuse("pack.noSuchActivity");
  }
  const id = newId(ctx.at);
  const entrySeq = await appendEntry(ctx, organisationId, {
    eventType: "evidence.packed",
    panelId,
    subjectRef,
    effectiveAt: ctx.at,
    data: { evidencePackId: id, reasonCode: reason, ...(activityId === null ? {} : { activityId }) },
  });
  const about = { subjectRef, activityId, askedBy, askedAt: ctx.at, entrySeq };
  await ctx.tx.evidencePack.create({ data: { organisationId, id, panelId, ...about } });
  await wake(ctx, "wake.sweep");
  return ok(id);
}
