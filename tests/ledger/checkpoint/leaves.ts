import { leafHash, nodeHash } from "@/lib/ledger/hashing";
import type { Nodes } from "@/lib/ledger/checkpoint/tree";

/** The reference tree of the Certificate Transparency project: the data of its eight leaves. */
export const referenceLeaves: readonly Buffer[] = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => Buffer.from(hex, "hex"));

/** Reads the tree over these leaf hashes, as slowly and plainly as can be. */
export function nodesOf(hashes: readonly Buffer[]): Nodes {
  const read = (level: number, index: number): Buffer => {
    if (level === 0) {
      const leaf = hashes[index];
      if (leaf === undefined) throw new RangeError("No such leaf");
      return leaf;
    }
    return nodeHash(read(level - 1, index * 2), read(level - 1, index * 2 + 1));
  };
  return async (level, index) => Promise.resolve(read(level, Number(index)));
}

/** The definition of RFC 6962, section 2.1, word for word: MTH(D[n]). */
export function rootBy(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (hashes.length === 1 && only !== undefined) return only;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(rootBy(hashes.slice(0, k)), rootBy(hashes.slice(k)));
}

/** Hashes of leaves of their own, so many. */
export function leavesOf(count: number, seed = ""): readonly Buffer[] {
  return Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`${seed}${index}`)));
}
