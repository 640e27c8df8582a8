import { database } from "@/lib/db/client";
import { mayChangeView, maySeeView, type ViewReader } from "@/lib/policy/trail-view";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { trailViewFilterSchema, type TrailViewFilter } from "@/lib/schemas/trail-query";

export type TrailView = {
  readonly id: string;
  readonly name: string;
  readonly shared: boolean;
  readonly mine: boolean;
  /** Whether the viewer may rename, share and delete it. */
  readonly mayChange: boolean;
  readonly filter: TrailViewFilter;
};

/** The viewer as views know them, or null for somebody who is not staff. */
export function viewReader({ actor, panel }: Viewer): ViewReader | null {
  if (actor.kind !== "staff") return null;
  const isDpo = actor.grants.some(({ panelId, role }) => panelId === panel.id && role === "dpo");
  return { staffId: actor.staffId, isDpo };
}

/** The views of this panel's trail that the viewer may use, by name. */
export async function listViews(viewer: Viewer): Promise<readonly TrailView[]> {
  authorise(viewer, "trail.read");
  const reader = viewReader(viewer);
  if (reader === null) return [];
  const { organisationId, id: panelId } = viewer.panel;
  const rows = await database().trailView.findMany({
    where: { organisationId, panelId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows
    .filter((row) => maySeeView(row, reader))
    .map(({ id, name, shared, staffId, filter }) => ({
      id,
      name,
      shared,
      mine: staffId === reader.staffId,
      mayChange: mayChangeView({ shared, staffId }, reader),
      filter: trailViewFilterSchema.parse(filter),
    }));
}
