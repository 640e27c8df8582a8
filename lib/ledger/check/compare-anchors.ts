import type { PoolClient } from "pg";
import type { TreeSize } from "@/lib/policy/ledger-check";
import { parseCheckpoint } from "../checkpoint/checkpoint";
import { parseVerifierKey, verifyNote, type VerifierKey } from "../checkpoint/note";
import { TreeReader } from "../verify/rehash";
import { readEpochs, type StoredEpoch } from "../verify/stored";

// What was signed earlier against what is here now: the tree is built again from the entries' own hashes, and where it has
// the size of a checkpoint its root must be the one that was signed.

/** A checkpoint to compare: size and root (hex) of the tree of one epoch. */
export type Anchor = TreeSize & { readonly root: string };

export type AnchorsCompared = {
  readonly compared: number;
  /** The first that has another root here, if one has. */
  readonly differing: readonly TreeSize[];
  readonly badlySigned: number;
  readonly newest: (TreeSize & { readonly signedAt: Date | null; readonly witnessed: boolean }) | null;
};

type Stored = {
  readonly epoch: number;
  readonly size: string;
  readonly root: string;
  readonly note: string;
  readonly signed_at: string;
  readonly witnessed: boolean;
};

const stored = `SELECT c.epoch, c.size::text, encode(c.root, 'hex') AS root, c.note, c.signed_at::text,
    EXISTS (SELECT FROM checkpoint_cosignature s WHERE s.organisation_id = c.organisation_id AND s.epoch = c.epoch
      AND s.size = c.size) AS witnessed
  FROM ledger_checkpoint c WHERE c.organisation_id = $1 ORDER BY c.epoch, c.size`;

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

/** Those of one epoch's anchors whose root is another than the entries give. Larger ones than the tree are passed over. */
async function differingIn(
  client: PoolClient,
  organisationId: string,
  { firstSeq, lastSeq }: StoredEpoch,
  anchors: readonly Anchor[],
): Promise<readonly Anchor[]> {
  const bySize = Map.groupBy(anchors, ({ size }) => size);
  const largest = anchors.reduce((most, { size }) => (size > most ? size : most), 0n);
  const tree = new TreeReader();
  const differing: Anchor[] = [];
  const look = (size: bigint) => {
    for (const anchor of bySize.get(size) ?? []) if (anchor.root !== tree.root) differing.push(anchor);
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
  return differing;
}

/** Compares trees that somebody holds with the entries, epoch by epoch, within the caller's snapshot. */
export async function differingAnchors(
  client: PoolClient,
  organisationId: string,
  anchors: readonly Anchor[],
): Promise<readonly Anchor[]> {
  const byEpoch = Map.groupBy(anchors, ({ epoch }) => String(epoch));
  const differing: Anchor[] = [];
  for (const epoch of await readEpochs(client, organisationId)) {
    const own = byEpoch.get(epoch.epoch) ?? [];
    if (!epoch.leftOut && own.length > 0)
      differing.push(...(await differingIn(client, organisationId, epoch, own)));
  }
  return differing;
}

function isSigned({ note, size, root }: Stored, keys: readonly VerifierKey[]): boolean {
  const verified = verifyNote(note, keys);
  const says = verified === null ? null : parseCheckpoint(verified.text);
  return says?.size === BigInt(size) && Buffer.from(says.root).toString("hex") === root;
}

/** Compares every stored checkpoint, and those given besides, with the entries; and checks the signatures of the stored. */
export async function compareAnchors(
  client: PoolClient,
  organisationId: string,
  published: readonly Anchor[],
): Promise<AnchorsCompared> {
  const [{ rows }, keyRows] = [
    await client.query<Stored>({ text: stored, values: [organisationId] }),
    await client.query<{ verifier_key: string }>({
      text: "SELECT verifier_key FROM checkpoint_key WHERE organisation_id = $1",
      values: [organisationId],
    }),
  ];
  const keys = keyRows.rows.flatMap(({ verifier_key: text }) => parseVerifierKey(text) ?? []);
  const own = rows.map(({ epoch, size, root }): Anchor => ({ epoch, size: BigInt(size), root }));
  const anchors = [...own, ...published];
  const last = rows.at(-1);
  const outside = published.at(-1);
  const isNewer = outside !== undefined && (last === undefined || outside.size > BigInt(last.size));
  return {
    compared: anchors.length,
    differing: await differingAnchors(client, organisationId, anchors),
    badlySigned: rows.filter((row) => !isSigned(row, keys)).length,
    newest: isNewer
      ? { epoch: outside.epoch, size: outside.size, signedAt: null, witnessed: false }
      : last === undefined
        ? null
        : {
            epoch: last.epoch,
            size: BigInt(last.size),
            signedAt: new Date(last.signed_at),
            witnessed: last.witnessed,
          },
  };
}
