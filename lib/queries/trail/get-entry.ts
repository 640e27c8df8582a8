import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { exactWords, type Shown } from "./exact-words";
import { isAboutRegister } from "./list-register-events";
import { namePeople, readBytes, type TrailEntry } from "./trail-entry";

/** One entry with everything that proves it. Hashes in hex. */
export type EntryView = TrailEntry &
  Shown & {
    /** The canonical bytes, as the text they are. */
    readonly bytes: string;
    readonly requestId: string;
    readonly leafHash: string;
    readonly chainHash: string;
    /** The chain hash of the entry before; null for the first of an epoch, whose chain begins anew. */
    readonly previousChainHash: string | null;
  };

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/** The entry with this seq on the viewer's panel, or about the register of all panels, or null. */
export async function getEntry(viewer: Viewer, seq: bigint): Promise<EntryView | null> {
  authorise(viewer, "trail.read");
  const { organisationId, id: panelId } = viewer.panel;
  const rows = await database().ledgerEntry.findMany({
    where: { organisationId, seq: { in: [seq, seq - 1n] } },
    orderBy: { seq: "desc" },
  });
  const row = rows.find((each) => each.seq === seq);
  if (row === undefined) return null;
  const ofAll = row.panelId === null && isAboutRegister(row.eventType);
  if (row.panelId !== panelId && !ofAll) return null;
  const before = rows.find((each) => each.seq === seq - 1n);
  const [entry] = await namePeople(organisationId, [row]);
  if (entry === undefined) return null;
  const [shown] = await exactWords(organisationId, [entry]);
  const bytes = Buffer.from(row.bytes).toString("utf8");
  return {
    ...entry,
    words: shown?.words ?? null,
    notice: shown?.notice ?? null,
    bytes,
    requestId: readBytes(row.bytes).requestId,
    leafHash: hex(row.leafHash),
    chainHash: hex(row.chainHash),
    previousChainHash:
      before === undefined || row.eventType === "epoch.opened" ? null : hex(before.chainHash),
  };
}
