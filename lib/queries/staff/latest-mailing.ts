import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "./viewer";

/** The newest mail that was sent about an activity, or null: for whoever comes back to a page that has nothing left to send. */
export async function latestMailing(
  viewer: Viewer,
  activityId: string,
): Promise<{ readonly id: string; readonly createdAt: Date } | null> {
  authorise(viewer, "mailing.view");
  return database().mailing.findFirst({
    where: { organisationId: viewer.panel.organisationId, panelId: viewer.panel.id, activityId },
    select: { id: true, createdAt: true },
    orderBy: { createdAt: "desc" },
  });
}
