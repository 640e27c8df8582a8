import type { LedgerEvent } from "@/lib/ledger/event";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import { lockApplication } from "./locked-application";
import { scheduleWithoutPlace } from "./schedule-endings";

/**
 * An applicant who leaves takes their application back: nobody decides it any more, and it goes when those go that were not
 * chosen. Returns its entry for the ledger; null for somebody whose application is decided, or who never applied.
 */
export async function withdrawApplication(
  ctx: Ctx,
  panel: PanelView,
  memberId: string,
): Promise<LedgerEvent | null> {
  const application = await lockApplication(ctx, panel, { memberId });
  if (application === null || application.outcome !== null) return null;
  const { id, round, subjectRef } = application;
  await ctx.tx.application.update({
    where: { organisationId_id: { organisationId: panel.organisationId, id } },
    data: { outcome: "withdrawn", decidedAt: ctx.at },
  });
  await scheduleWithoutPlace(ctx, panel, application);
  return {
    eventType: "application.decided",
    panelId: panel.id,
    subjectRef,
    effectiveAt: ctx.at,
    data: { applicationId: id, round, outcome: "withdrawn" },
  };
}
