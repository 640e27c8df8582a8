import { differingAnchors, type Anchor } from "@/lib/ledger/check/compare-anchors";
import { parseCheckpoint, type Checkpoint } from "@/lib/ledger/checkpoint/checkpoint";
import { parseNote, parseVerifierKey, verifyNote } from "@/lib/ledger/checkpoint/note";
import { readHead } from "@/lib/ledger/verify/stored";
import { inSnapshot } from "@/lib/ledger/verify/snapshot";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { getVerifierKeys } from "./get-checkpoints";

/** What came of comparing checkpoints that somebody holds with the entries that are here. */
export type Comparison =
  | { readonly outcome: "unreadable" | "foreign" }
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

type Held = Checkpoint & { readonly note: string; readonly epoch: number };

function heldIn(text: string): readonly Held[] | null {
  const held = notesIn(text)?.map((note) => {
    const checkpoint = parseCheckpoint(parseNote(note)?.text ?? "");
    return checkpoint === null
      ? null
      : { ...checkpoint, note, epoch: Number(checkpoint.origin.split("/").at(-1)) };
  });
  const read = held?.filter((each) => each !== null);
  return read === undefined || read.length !== held?.length ? null : read;
}

function anchorOf({ epoch, size, root }: Held): Anchor {
  return { epoch, size, root: Buffer.from(root).toString("hex") };
}

/** Builds the tree again from the entries and compares each checkpoint's root; nothing is taken from stored checkpoints. */
async function againstEntries(organisationId: string, held: readonly Held[]): Promise<Comparison> {
  return inSnapshot(async (client) => {
    const head = await readHead(client, organisationId);
    const [differing] = await differingAnchors(client, organisationId, held.map(anchorOf));
    if (differing !== undefined) return { outcome: "differs", size: differing.size };
    const { rows } = await client.query<{ start: string }>({
      text: "SELECT epoch_start::text AS start FROM ledger_head WHERE organisation_id = $1",
      values: [organisationId],
    });
    const here = (head?.seq ?? 0n) - BigInt(rows[0]?.start ?? "0");
    const current = Number(head?.epoch ?? "1");
    const ahead = held.find(({ epoch, size }) => epoch > current || (epoch === current && size > here));
    if (ahead !== undefined) return { outcome: "ahead", size: ahead.size, here };
    const size = held.reduce((largest, each) => (each.size > largest ? each.size : largest), 0n);
    return { outcome: "fits", count: held.length, size };
  });
}

/** Compares checkpoints that the viewer holds, signed notes one after the other, with the entries that are here. */
export async function compareCheckpoints(viewer: Viewer, text: string): Promise<Comparison> {
  authorise(viewer, "trail.verify");
  const { organisationId } = viewer.panel;
  const held = heldIn(text);
  if (held === null || held.length === 0) return { outcome: "unreadable" };
  const ours = `/ledger/${organisationId.toLowerCase()}/`;
  if (held.some(({ origin }) => !origin.includes(ours))) return { outcome: "foreign" };
  const keys = (await getVerifierKeys(organisationId)).flatMap((key) => parseVerifierKey(key) ?? []);
  const unsigned = held.find(({ note }) => verifyNote(note, keys) === null);
  if (unsigned !== undefined) return { outcome: "unsigned", size: unsigned.size };
  return againstEntries(organisationId, held);
}
