import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { readBytes } from "@/lib/queries/trail/trail-entry";
import { listNotShown } from "./list-not-shown";
import { listShown, type Shown } from "./list-shown";

/** A recorded export, as its entry in the trail says it. */
export type Export = {
  readonly list: "shown" | "notShown";
  readonly version: number | undefined;
  readonly how: string | undefined;
  readonly recordedAt: Date;
};

/** How long the file of a recorded export can be had by who recorded it. */
const minutes = 15;

/** The export that this person recorded as entry `seq` of the trail, within the last 15 minutes of `at`; otherwise null. */
export async function getExport(viewer: Viewer, seq: bigint, at: Date): Promise<Export | null> {
  authorise(viewer, "notice.export");
  const { actor, panel } = viewer;
  if (actor.kind !== "staff") return null;
  const [row] = await database().$queryRaw<{ bytes: Uint8Array; recordedAt: Date }[]>`
    SELECT bytes, recorded_at AS "recordedAt" FROM ledger_entry
    WHERE organisation_id = ${panel.organisationId}::uuid AND seq = ${seq} AND panel_id = ${panel.id}::uuid
      AND event_type = 'list.exported' AND actor_ref = ${actor.staffId}`;
  if (row === undefined || at.getTime() - row.recordedAt.getTime() > minutes * 60_000) return null;
  const { data } = readBytes(row.bytes);
  const said = (key: string) => (typeof data[key] === "string" ? data[key] : undefined);
  const number = said("number");
  return {
    list: said("list") === "notShown" ? "notShown" : "shown",
    version: number === undefined ? undefined : Number(number),
    how: said("place"),
    recordedAt: row.recordedAt,
  };
}

const batch = 5_000;

async function everyPage<T>(
  page: (after: string | undefined) => Promise<{ rows: readonly T[]; next: string | null }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await page(after);
    all.push(...rows);
    after = next ?? undefined;
  } while (after !== undefined);
  return all;
}

function shownCells({ reference, number, language, format, place, shownAt }: Shown): readonly string[] {
  return [reference ?? "", String(number), language, format, place, shownAt.toISOString()];
}

/** The rows of an export's file, in the order of `exportColumns`; instants in UTC. */
export async function exportRows(
  viewer: Viewer,
  { list, version, how }: Export,
): Promise<readonly (readonly string[])[]> {
  if (list === "shown") {
    const all = await everyPage((after) => listShown(viewer, { version, how }, after, batch));
    return all.map(shownCells);
  }
  const all = await everyPage((after) => listNotShown(viewer, after, batch));
  return all.map(({ reference, newest, joinedAt }) => [
    reference,
    newest === null ? "" : String(newest),
    joinedAt?.toISOString() ?? "",
  ]);
}

export const exportColumns = {
  shown: ["Member", "Version", "Language", "Format", "How", "Shown at"],
  notShown: ["Member", "Newest version shown", "Joined at"],
} as const;
