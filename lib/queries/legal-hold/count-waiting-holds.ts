import { dateColumn, londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** How many holds somebody should look at: `overdue` for their review, `proposed` to agree that they end. */
export type WaitingHolds = { readonly overdue: number; readonly proposed: number };

/** The panel's, at an instant. Overdue as lib/policy/legal-hold.ts has it: the day is over. */
export async function countWaitingHolds(viewer: Viewer, at: Date): Promise<WaitingHolds> {
  authorise(viewer, "legalHold.view");
  const { organisationId, id: panelId } = viewer.panel;
  const where = { organisationId, panelId, releasedAt: null };
  const [overdue, proposed] = await Promise.all([
    database().legalHold.count({ where: { ...where, reviewOn: { lt: dateColumn(londonDate(at)) } } }),
    database().legalHold.count({ where: { ...where, releaseProposedBy: { not: null } } }),
  ]);
  return { overdue, proposed };
}
