import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { namePeople, type StoredEntry, type TrailEntry } from "./trail-entry";
import { trailQuery, type TrailFilter, type TrailPlace } from "./trail-filter";

export type TrailPage = {
  readonly entries: readonly TrailEntry[];
  /** The seq to continue from, or null at that end. */
  readonly older: string | null;
  readonly newer: string | null;
};

/** One page of the panel's trail, newest first. */
export async function listTrail(
  viewer: Viewer,
  filter: TrailFilter,
  place: TrailPlace,
  size = 50,
): Promise<TrailPage> {
  authorise(viewer, "trail.read");
  const { organisationId, id: panelId } = viewer.panel;
  const query = trailQuery({ organisationId, panelId }, filter, place, size + 1);
  const found = await database().$queryRaw<StoredEntry[]>(query);
  const goesUp = place.after !== undefined;
  const page = goesUp ? found.slice(0, size).reverse() : found.slice(0, size);
  const entries = await namePeople(organisationId, page);
  const isMore = found.length > size;
  const first = entries[0]?.seq ?? null;
  const last = entries.at(-1)?.seq ?? null;
  return {
    entries,
    older: isMore || goesUp ? last : null,
    newer: (goesUp && isMore) || place.before !== undefined ? first : null,
  };
}
