import type { PoolClient } from "pg";
import { isBeyond, type TreeSize } from "@/lib/policy/ledger-check";
import { parseCheckpoint } from "../checkpoint/checkpoint";
import { parseVerifierKey, verifyNote, type VerifierKey } from "../checkpoint/note";
import { allCheckpoints, type StoredCheckpoint } from "../checkpoint/stored-checkpoints";
import { TreeReader } from "../verify/rehash";
import { readEpochs, type StoredEpoch } from "../verify/stored";

// What was signed earlier against what is here now: the tree is built again from the entries' own hashes, and where it has
// the size of a checkpoint its root must be the one that was signed.

/** A checkpoint to compare: size and root (hex) of the tree of one epoch. */
export type Anchor = TreeSize & { readonly root: string };

/** How many there are entries for, and those of them that have another root here. */
export type Compared = { readonly compared: number; readonly differing: readonly TreeSize[] };

export type AnchorsCompared = Compared & {
  readonly badlySigned: number;
  /** The furthest that was ever signed or published; null before the first. */
  readonly newest: TreeSize | null;
};

// By the column, as a number: by its bare name it would be the text of the answer, and 10 would come before 2.
const leaves = `SELECT e.seq::text, encode(e.leaf_hash, 'hex') FROM ledger_entry e
  WHERE e.organisation_id = $1 AND e.seq > $2 AND e.seq <= $3 ORDER BY e.seq LIMIT 10000`;

async function* leavesOf(
  client: PoolClient,
  organisationId: string,
  first: bigint,
  last: bigint,
): AsyncGenerator<string> {
  let after = first - 1n;
  for (;;) {
    const values = [organisationId, String(after), String(last)];
    const { rows } = await client.query<[string, string]>({ text: leaves, values, rowMode: "array" });
    for (const [, leaf] of rows) yield leaf;
    const end = rows.at(-1);
    if (end === undefined) return;
    after = BigInt(end[0]);
  }
}

/** Compares one epoch's anchors with its entries. Larger ones than the tree are passed over. */
async function compareIn(
  client: PoolClient,
  organisationId: string,
  { firstSeq, lastSeq }: StoredEpoch,
  anchors: readonly Anchor[],
): Promise<Compared> {
  const bySize = Map.groupBy(anchors, ({ size }) => size);
  const largest = anchors.reduce((most, { size }) => (size > most ? size : most), 0n);
  const tree = new TreeReader();
  const differing: Anchor[] = [];
  let compared = 0;
  const look = (size: bigint) => {
    const here = bySize.get(size) ?? [];
    compared += here.length;
    for (const anchor of here) if (anchor.root !== tree.root) differing.push(anchor);
  };
  look(0n);
  let size = 0n;
  const last = firstSeq + largest - 1n;
  // More may have been published of an epoch than an older copy of it held: the next epoch's entries are none of its.
  const ends = lastSeq !== null && lastSeq < last ? lastSeq : last;
  for await (const leaf of leavesOf(client, organisationId, firstSeq, ends)) {
    tree.add(leaf);
    size += 1n;
    look(size);
  }
  return { compared, differing };
}

/** Compares trees that somebody holds with the entries, epoch by epoch, within the caller's snapshot. */
export async function compareTrees(
  client: PoolClient,
  organisationId: string,
  anchors: readonly Anchor[],
): Promise<Compared> {
  const byEpoch = Map.groupBy(anchors, ({ epoch }) => String(epoch));
  let [compared, differing]: [number, readonly TreeSize[]] = [0, []];
  for (const epoch of await readEpochs(client, organisationId)) {
    const own = byEpoch.get(epoch.epoch) ?? [];
    if (epoch.leftOut || own.length === 0) continue;
    const found = await compareIn(client, organisationId, epoch, own);
    compared += found.compared;
    differing = [...differing, ...found.differing];
  }
  return { compared, differing };
}

function isSigned({ note, size, root }: StoredCheckpoint, keys: readonly VerifierKey[]): boolean {
  const verified = verifyNote(note, keys);
  const says = verified === null ? null : parseCheckpoint(verified.text);
  return says?.size === size && root.equals(says.root);
}

/** Compares every stored checkpoint, and those given besides, with the entries; and checks the signatures of the stored. */
export async function compareAnchors(
  client: PoolClient,
  organisationId: string,
  published: readonly Anchor[],
): Promise<AnchorsCompared> {
  const { rows } = await client.query<{ verifier_key: string }>({
    text: "SELECT verifier_key FROM checkpoint_key WHERE organisation_id = $1",
    values: [organisationId],
  });
  const keys = rows.flatMap(({ verifier_key: text }) => parseVerifierKey(text) ?? []);
  const anchors = [...published];
  let badlySigned = 0;
  // Some at a time: there may be a hundred thousand, and checking a signature leaves nobody else a turn.
  for await (const some of allCheckpoints(client, organisationId)) {
    for (const { place, size, root } of some)
      anchors.push({ epoch: place.epoch, size, root: root.toString("hex") });
    badlySigned += some.filter((checkpoint) => !isSigned(checkpoint, keys)).length;
  }
  const newest = anchors.reduce<Anchor | null>(
    (most, each) => (most === null || isBeyond(each, most) ? each : most),
    null,
  );
  return { ...(await compareTrees(client, organisationId, anchors)), badlySigned, newest };
}
