import { database } from "@/lib/db/client";
import { activitySelection, withCounts, type ActivityRow } from "./activity-row";
import { authorise, type Viewer } from "./viewer";

export type ActivityPage = { readonly rows: readonly ActivityRow[]; readonly older: string | null };

const pageSize = 20;

/** The panel's surveys, or everything that is not a survey, newest first; `before` is the id that ended the page before. */
export async function listActivities(
  viewer: Viewer,
  which: "surveys" | "meetings",
  before: string | undefined,
): Promise<ActivityPage> {
  authorise(viewer, "activity.view");
  const { organisationId, id: panelId } = viewer.panel;
  // Ids are time-ordered (UUID version 7), so the id alone continues the order of creation.
  const found = await database().activity.findMany({
    where: {
      organisationId,
      panelId,
      kind: which === "surveys" ? "survey" : { not: "survey" },
      ...(before === undefined ? {} : { id: { lt: before } }),
    },
    select: activitySelection,
    orderBy: { id: "desc" },
    take: pageSize + 1,
  });
  const shown = found.slice(0, pageSize);
  const rows = await withCounts(viewer, shown);
  return { rows, older: found.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}
