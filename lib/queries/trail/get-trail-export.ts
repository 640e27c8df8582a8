import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { exportFormats, type ExportFormat } from "@/lib/schemas/trail-forms";
import { trailViewFilterSchema, type TrailViewFilter } from "@/lib/schemas/trail-query";
import { filterOf } from "./filter-of";
import { namePeople, readBytes, type StoredEntry, type TrailEntry } from "./trail-entry";
import { passQuery } from "./trail-filter";

/** A recorded export, as its entry says it. */
export type TrailExport = {
  readonly seq: bigint;
  readonly format: ExportFormat;
  readonly asked: TrailViewFilter;
  readonly subjectRef: string | undefined;
  readonly recordedAt: Date;
};

/** How long the file of a recorded export can be had by who recorded it. */
const minutes = 15;

/** The export that this person recorded as entry `seq`, within the last 15 minutes of `at`; otherwise null. */
export async function getTrailExport(viewer: Viewer, seq: bigint, at: Date): Promise<TrailExport | null> {
  authorise(viewer, "trail.export");
  const { actor, panel } = viewer;
  if (actor.kind !== "staff") return null;
  const row = await database().ledgerEntry.findUnique({
    where: { organisationId_seq: { organisationId: panel.organisationId, seq } },
  });
  if (row?.eventType !== "trail.exported") return null;
  if (row.panelId !== panel.id || row.actorRef !== actor.staffId) return null;
  if (at.getTime() - row.recordedAt.getTime() > minutes * 60_000) return null;
  const { data } = readBytes(row.bytes);
  const format = exportFormats.find((each) => each === data["format"]);
  if (format === undefined) return null;
  const { recordedAt, subjectRef } = row;
  const asked = trailViewFilterSchema.parse(data);
  return { seq, format, asked, subjectRef: subjectRef ?? undefined, recordedAt };
}

const batch = 1_000;

/**
 * The entries of an export, newest first, as many at a time as fit in memory: those that stood in the trail when it was
 * recorded. `most` ends it early.
 */
export async function* exportedEntries(
  viewer: Viewer,
  { seq, asked, subjectRef }: TrailExport,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly TrailEntry[]> {
  authorise(viewer, "trail.export");
  const { organisationId, id: panelId } = viewer.panel;
  let before = seq;
  for (let left = most; left > 0; left -= batch) {
    const size = Math.min(batch, left);
    const query = passQuery({ organisationId, panelId }, filterOf(asked, subjectRef), { before }, size);
    const rows = await database().$queryRaw<StoredEntry[]>(query);
    if (rows.length > 0) yield namePeople(organisationId, rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < size) return;
    before = last.seq;
  }
}
