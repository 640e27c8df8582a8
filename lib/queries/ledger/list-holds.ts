import { openHolds, type OpenHold } from "@/lib/ledger/hold";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** Something about the ledger that sending is held for. */
export type Hold = Pick<OpenHold, "id" | "reason" | "openedAt">;

/** What is held in the viewer's organisation now, the oldest first. */
export async function listHolds(viewer: Viewer): Promise<readonly Hold[]> {
  authorise(viewer, "trail.verify");
  const holds = await openHolds(viewer.panel.organisationId);
  return holds.map(({ id, reason, openedAt }) => ({ id, reason, openedAt }));
}
