import { compareTrees, type Anchor } from "@/lib/ledger/check/compare-anchors";
import { parseCheckpoint, placeIn, type Checkpoint } from "@/lib/ledger/checkpoint/checkpoint";
import { keysUnder, parseNote, verifyNote } from "@/lib/ledger/checkpoint/note";
import { readEpochs, readHead } from "@/lib/ledger/verify/stored";
import { inSnapshot } from "@/lib/ledger/verify/snapshot";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { getVerifierKeys } from "./get-checkpoints";

/** What came of comparing checkpoints that somebody holds with the entries that are here. */
export type Comparison =
  /** `gone`: ours, and none of the entries that they cover is kept or to be relied on any more. */
  | { readonly outcome: "unreadable" | "foreign" | "gone" }
  | { readonly outcome: "unsigned" | "differs"; readonly size: bigint }
  | { readonly outcome: "ahead"; readonly size: bigint; readonly here: bigint }
  | { readonly outcome: "fits"; readonly count: number; readonly size: bigint };

const most = 10_000;

/** The notes in a text, each with its empty line and signatures; null when something in it is no checkpoint. */
function notesIn(text: string): readonly string[] | null {
  const blocks = text.replaceAll("\r\n", "\n").trim().split("\n\n");
  const pairs = Array.from({ length: Math.ceil(blocks.length / 2) }, (_, at) =>
    blocks.slice(2 * at, 2 * at + 2),
  );
  const notes = pairs.map(([body, signatures]) => `${body ?? ""}\n\n${signatures ?? ""}\n`);
  return notes.length <= most && notes.every((note) => parseNote(note) !== null) ? notes : null;
}

type Held = Checkpoint & { readonly note: string };

function heldIn(text: string): readonly Held[] | null {
  const held = notesIn(text)?.map((note) => {
    const checkpoint = parseCheckpoint(parseNote(note)?.text ?? "");
    return checkpoint === null ? null : { ...checkpoint, note };
  });
  const read = held?.filter((each) => each !== null);
  return read === undefined || read.length !== held?.length ? null : read;
}

/** Builds the tree again from the entries and compares each checkpoint's root; nothing is taken from stored checkpoints. */
async function againstEntries(organisationId: string, held: readonly Anchor[]): Promise<Comparison> {
  return inSnapshot(async (client) => {
    const [differing] = (await compareTrees(client, organisationId, held)).differing;
    if (differing !== undefined) return { outcome: "differs", size: differing.size };
    const head = await readHead(client, organisationId);
    const epochs = await readEpochs(client, organisationId);
    const epochOf = (anchor: Anchor) => epochs.find(({ epoch }) => epoch === String(anchor.epoch));
    const hereOf = (anchor: Anchor) => {
      const epoch = epochOf(anchor);
      return epoch === undefined ? 0n : (epoch.lastSeq ?? head?.seq ?? 0n) - epoch.firstSeq + 1n;
    };
    const ahead = held.find((anchor) => anchor.size > hereOf(anchor));
    if (ahead !== undefined) return { outcome: "ahead", size: ahead.size, here: hereOf(ahead) };
    const kept = held.filter((anchor) => epochOf(anchor)?.leftOut === false);
    if (kept.length === 0) return { outcome: "gone" };
    const size = kept.reduce((largest, each) => (each.size > largest ? each.size : largest), 0n);
    return { outcome: "fits", count: kept.length, size };
  });
}

/** Compares checkpoints that the viewer holds, signed notes one after the other, with the entries that are here. */
export async function compareCheckpoints(viewer: Viewer, text: string): Promise<Comparison> {
  authorise(viewer, "trail.verify");
  const { organisationId } = viewer.panel;
  const held = heldIn(text);
  if (held === null || held.length === 0) return { outcome: "unreadable" };
  const anchors = held.flatMap(({ origin, size, root }) => {
    const place = placeIn(origin);
    if (place?.organisationId !== organisationId) return [];
    return [{ epoch: place.epoch, size, root: Buffer.from(root).toString("hex") }];
  });
  if (anchors.length < held.length) return { outcome: "foreign" };
  const own = await getVerifierKeys(organisationId);
  // An older copy of the database knows no name of a later epoch, and the key all the same.
  const origins = [...new Set(held.map(({ origin }) => origin))];
  const keys = new Map(origins.map((origin) => [origin, keysUnder(own, origin)]));
  const isSigned = ({ note, origin }: Held) => verifyNote(note, keys.get(origin) ?? []) !== null;
  const unsigned = held.find((each) => !isSigned(each));
  if (unsigned !== undefined) return { outcome: "unsigned", size: unsigned.size };
  return againstEntries(organisationId, anchors);
}
