import { hash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { chainHash, emptyChain, frontierRoot, grownFrontier, leafHash } from "@/lib/ledger/hashing";
import { ChainReader, TreeReader } from "@/lib/ledger/verify/rehash";
import { referenceLeaves as leaves } from "./checkpoint/leaves";

// The root after each leaf of the reference tree.
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

describe("the Merkle tree", () => {
  it("the writer's frontier has the published root after each leaf (RFC 6962)", () => {
    let frontier: readonly Uint8Array[] = [];
    leaves.forEach((leaf, index) => {
      frontier = grownFrontier(frontier, BigInt(index), leafHash(leaf));
      expect(frontierRoot(frontier).toString("hex")).toBe(roots[index]);
    });
  });

  it("the reader's tree has the published root after each leaf", () => {
    const tree = new TreeReader();
    leaves.forEach((leaf, index) => {
      tree.add(hash("sha256", Buffer.concat([Buffer.of(0), leaf])));
      expect(tree.root).toBe(roots[index]);
    });
  });

  it("the empty tree is the hash of nothing, for both", () => {
    const nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    expect(frontierRoot([]).toString("hex")).toBe(nothing);
    expect(new TreeReader().root).toBe(nothing);
  });
});

describe("the chain", () => {
  it("starts at 32 zero bytes and binds each leaf to all before it, for writer and reader alike", () => {
    const reader = new ChainReader();
    let chain = emptyChain;
    for (const leaf of leaves.map(leafHash)) {
      const by = Buffer.concat([Buffer.from("panel-chain/v1"), chain, leaf]);
      chain = chainHash(chain, leaf);
      expect(chain.toString("hex")).toBe(hash("sha256", by));
      expect(reader.next(leaf.toString("hex"))).toBe(chain.toString("hex"));
    }
  });
});
