import { hash } from "node:crypto";

const leafPrefix = Buffer.from([0x00]);
const nodePrefix = Buffer.from([0x01]);
const chainPrefix = Buffer.from("panel-chain/v1", "ascii");

/** The chain before its first entry. */
export const emptyChain: Buffer = Buffer.alloc(32);

function sha256(...parts: readonly Uint8Array[]): Buffer {
  return hash("sha256", Buffer.concat(parts), "buffer");
}

/** RFC 6962 section 2.1 leaf hash: SHA-256(0x00 || bytes). */
export function leafHash(bytes: Uint8Array): Buffer {
  return sha256(leafPrefix, bytes);
}

/** RFC 6962 section 2.1 node hash: SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(nodePrefix, left, right);
}

/** SHA-256("panel-chain/v1" || previous || leaf): one entry's place after all before it. */
export function chainHash(previous: Uint8Array, leaf: Uint8Array): Buffer {
  return sha256(chainPrefix, previous, leaf);
}

/**
 * The frontier after one more leaf. The frontier of n leaves holds the root of one perfect subtree for each 1 in
 * binary n, largest first (RFC 6962 section 2.1); `size` is n before the leaf.
 */
export function grownFrontier(
  frontier: readonly Uint8Array[],
  size: bigint,
  leaf: Uint8Array,
): readonly Uint8Array[] {
  const roots = [...frontier];
  let node = leaf;
  for (let rest = size; (rest & 1n) === 1n; rest >>= 1n) {
    const left = roots.pop();
    if (left === undefined) throw new Error("The ledger head's frontier does not fit its size");
    node = nodeHash(left, node);
  }
  return [...roots, node];
}

/** The Merkle root a frontier stands for; of nothing, SHA-256 of the empty string (RFC 6962 section 2.1). */
export function frontierRoot(frontier: readonly Uint8Array[]): Buffer {
  if (frontier.length === 0) return sha256();
  return Buffer.from(frontier.reduceRight((right, left) => nodeHash(left, right)));
}
