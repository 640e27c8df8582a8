import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import { actingMember } from "../membership/acting-member";

/**
 * Deletes the sensitive answers that were held for purposes which the person has just stopped: that is what the policy
 * says stopping them means (law.md SC-5: no reason needed).
 */
export async function forgetAnswers(ctx: Ctx, panel: PanelView, stopped: readonly string[]): Promise<void> {
  const { organisationId, memberId } = actingMember(ctx);
  const serving = panel.document.fields.filter(({ purposes }) =>
    purposes.some((key) => stopped.includes(key)),
  );
  const sensitive = serving.filter(({ category }) => category === "specialCategory").map(({ key }) => key);
  if (sensitive.length > 0) {
    await ctx.tx.monitoringAnswer.deleteMany({
      where: { organisationId, memberId, fieldKey: { in: sensitive } },
    });
  }
  const adjusted = serving.some(
    ({ category, purposes }) => category === "adjustments" && purposes.every((key) => stopped.includes(key)),
  );
  if (adjusted) await ctx.tx.adjustment.deleteMany({ where: { organisationId, memberId } });
}
