import type { Granted } from "@/lib/auth/require-actor";
import type { ActivityView } from "@/lib/queries/staff/get-activity";
import { listAdjustments, type AdjustmentView } from "@/lib/queries/staff/list-adjustments";
import { recordAdjustmentsRead } from "@/lib/usecases/activity/record-adjustments-read";
import { runUseCase } from "@/lib/usecases/run";

/**
 * What people who are coming need, for the organiser; null for anyone else. The reading is in the ledger before anything
 * is shown: if it cannot be recorded, the page fails and shows nothing.
 */
export async function recordedAdjustments(
  granted: Granted,
  activity: ActivityView,
): Promise<readonly AdjustmentView[] | null> {
  const adjustments = await listAdjustments(granted, activity);
  if (adjustments === null || adjustments.length === 0) return adjustments;
  const { organisationId, id: panelId } = granted.panel;
  const subjectRefs = adjustments.map(({ subjectRef }) => subjectRef);
  const reading = { organisationId, panelId, activityId: activity.id, subjectRefs };
  await runUseCase(recordAdjustmentsRead, granted.actor, reading);
  return adjustments;
}
