import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "./viewer";

/** How many messages of a mailing were not sent because staff stopped it: part of its suppressed ones. */
export async function countStopped(viewer: Viewer, mailingId: string): Promise<number> {
  authorise(viewer, "mailing.view");
  const { organisationId, id: panelId } = viewer.panel;
  return database().delivery.count({
    where: { organisationId, panelId, mailingId, state: "suppressed", failureCode: "mailing.stopped" },
  });
}
