import { coveringCheckpoint, type StoredCheckpoint } from "@/lib/ledger/checkpoint/stored-checkpoints";
import { storedNodes } from "@/lib/ledger/checkpoint/stored-nodes";
import { inclusionProof } from "@/lib/ledger/checkpoint/tree";

/** That an entry is in a signed tree: what a receipt carries and an export puts beside the entry. */
export type InclusionProof = {
  readonly epoch: number;
  /** The entry's place in its epoch's tree, from 0. */
  readonly index: bigint;
  /** Entries that the checkpoint covers. */
  readonly size: bigint;
  /** Hashes from the leaf's sibling up to a child of the root (RFC 6962, section 2.1.1). */
  readonly path: readonly Buffer[];
  /** The checkpoint, with all its signatures. */
  readonly note: string;
};

/**
 * The proofs of entries that a checkpoint covers, in the order given: the tree is read in one round trip for all of them.
 * @throws EntriesMissing when entries that the checkpoint covers are gone
 */
export async function proofsIn(
  { place, size, note }: StoredCheckpoint,
  seqs: readonly bigint[],
): Promise<readonly InclusionProof[]> {
  const nodes = storedNodes(place);
  const proofs = seqs.map(async (seq) => {
    const index = seq - place.start - 1n;
    return { epoch: place.epoch, index, size, note, path: await inclusionProof(index, size, nodes) };
  });
  return Promise.all(proofs);
}

/**
 * The proof of one entry in the newest checkpoint of its epoch, or null when no checkpoint covers it yet: the next is
 * signed within five minutes, or at once where the worker needs it (`signNow`).
 * @throws EntriesMissing
 */
export async function getInclusionProof(organisationId: string, seq: bigint): Promise<InclusionProof | null> {
  const checkpoint = await coveringCheckpoint(organisationId, seq);
  const [proof] = checkpoint === null ? [] : await proofsIn(checkpoint, [seq]);
  return proof ?? null;
}
