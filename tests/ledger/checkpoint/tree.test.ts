import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leafHash } from "@/lib/ledger/hashing";
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  rootAt,
  rootFromInclusion,
  rootsFromConsistency,
} from "@/lib/ledger/checkpoint/tree";
import { leavesOf, nodesOf, referenceLeaves, rootBy } from "./leaves";

// The proofs are those that the tests of the Certificate Transparency project publish.
const published = referenceLeaves.map(leafHash);
const nodes = nodesOf(published);

const inclusions: readonly (readonly [index: number, size: number, path: readonly string[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    5,
    8,
    [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
  [
    1,
    5,
    [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
];

const consistencies: readonly (readonly [from: number, to: number, path: readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    6,
    8,
    [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [
    2,
    5,
    [
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
];

const hex = (path: readonly Buffer[]) => path.map((node) => node.toString("hex"));
const headOf = (leaves: readonly Buffer[], size: number) => ({
  size: BigInt(size),
  root: size === 0 ? Buffer.alloc(32) : rootBy(leaves.slice(0, size)),
});

describe("published proofs (RFC 6962)", () => {
  it.each(inclusions)("leaf %i of %i is proven by the published path", async (index, size, path) => {
    const proof = await inclusionProof(BigInt(index), BigInt(size), nodes);
    expect(hex(proof)).toEqual(path);
    const leaf = published[index] ?? Buffer.alloc(0);
    expect(rootFromInclusion(leaf, BigInt(index), BigInt(size), proof)).toEqual(
      rootBy(published.slice(0, size)),
    );
  });

  it.each(consistencies)(
    "%i leaves are the beginning of %i by the published path",
    async (from, to, path) => {
      const proof = await consistencyProof(BigInt(from), BigInt(to), nodes);
      expect(hex(proof)).toEqual(path);
      expect(isConsistent(headOf(published, from), headOf(published, to), proof)).toBe(true);
    },
  );

  it("a leaf outside the tree, and a later tree that is smaller, have no proof", async () => {
    await expect(inclusionProof(8n, 8n, nodes)).rejects.toThrow(RangeError);
    await expect(consistencyProof(5n, 4n, nodes)).rejects.toThrow(RangeError);
  });
});

describe("honest trees", () => {
  const sizes = fc
    .integer({ min: 1, max: 260 })
    .chain((size) =>
      fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 0, max: size })),
    );

  it("prove every leaf and every earlier state: 200 of them, drawn at random", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.string(), async ([size, index, from], seed) => {
        const leaves = leavesOf(size, seed);
        const read = nodesOf(leaves);
        const root = rootBy(leaves);
        expect(await rootAt(BigInt(size), read)).toEqual(root);
        const path = await inclusionProof(BigInt(index), BigInt(size), read);
        expect(rootFromInclusion(leaves[index] ?? root, BigInt(index), BigInt(size), path)).toEqual(root);
        const proof = await consistencyProof(BigInt(from), BigInt(size), read);
        expect(isConsistent(headOf(leaves, from), headOf(leaves, size), proof)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("a changed leaf, place, size or path never proves anything", async () => {
    const leaves = leavesOf(70);
    const read = nodesOf(leaves);
    const root = rootBy(leaves);
    const path = await inclusionProof(41n, 70n, read);
    const leaf = leaves[41] ?? root;
    const wrong = [
      rootFromInclusion(leaves[40] ?? root, 41n, 70n, path),
      rootFromInclusion(leaf, 40n, 70n, path),
      rootFromInclusion(leaf, 41n, 64n, path),
      rootFromInclusion(leaf, 41n, 70n, path.slice(1)),
      rootFromInclusion(leaf, 41n, 70n, [...path, root]),
      rootFromInclusion(leaf, 70n, 70n, path),
      rootFromInclusion(leaf, -1n, 70n, path),
    ];
    for (const found of wrong) expect(found === null || !found.equals(root)).toBe(true);
  });

  it("a tree that rewrote what was before has no consistency proof: each changed node is noticed", async () => {
    const leaves = leavesOf(70);
    const [from, to] = [headOf(leaves, 37), headOf(leaves, 70)];
    const proof = await consistencyProof(37n, 70n, nodesOf(leaves));
    proof.forEach((node, at) => {
      const bent = proof.with(at, Buffer.from(node.map((byte) => byte ^ 1)));
      expect(isConsistent(from, to, bent)).toBe(false);
    });
    const rewritten = leaves.with(3, leafHash(Buffer.from("another")));
    const forged = await consistencyProof(37n, 70n, nodesOf(rewritten));
    expect(isConsistent(from, headOf(rewritten, 70), forged)).toBe(false);
    expect(isConsistent(from, { ...from, root: rootBy(rewritten.slice(0, 37)) }, [])).toBe(false);
    expect(isConsistent(from, to, proof.slice(1))).toBe(false);
    expect(rootsFromConsistency(70n, 37n, to.root, proof)).toBeNull();
  });
});
