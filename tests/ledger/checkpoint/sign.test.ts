import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkLedger } from "@/lib/ledger/check/check-ledger";
import { parseCheckpoint } from "@/lib/ledger/checkpoint/checkpoint";
import { parseVerifierKey, verifyNote } from "@/lib/ledger/checkpoint/note";
import { publishCheckpoints } from "@/lib/ledger/checkpoint/publish";
import { lastPublished } from "@/lib/ledger/checkpoint/published-file";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { rootFromInclusion } from "@/lib/ledger/checkpoint/tree";
import { verifyLedger } from "@/lib/ledger/verify";
import {
  getCheckpoint,
  getCheckpoints,
  getLatestCheckpoint,
  getVerifierKeys,
} from "@/lib/queries/ledger/get-checkpoints";
import { getInclusionProof } from "@/lib/queries/ledger/get-inclusion-proof";
import { sql, useDatabase } from "../../support/database";
import { append } from "../history";
import { entries, makeSigner, published } from "./signer";

const held = useDatabase();

const leafOf = async (organisation: string, seq: bigint) => {
  const [row] = await sql<{ leaf_hash: Buffer }>(
    held.ownerUrl,
    "SELECT leaf_hash FROM ledger_entry WHERE organisation_id = $1 AND seq = $2",
    [organisation, String(seq)],
  );
  return row?.leaf_hash ?? Buffer.alloc(0);
};

describe("a signed checkpoint", () => {
  it("says what the check of the whole ledger finds, and its key is known", async () => {
    const { organisation } = await published(300);
    const latest = await getLatestCheckpoint(organisation);
    const keys = (await getVerifierKeys(organisation)).map(parseVerifierKey);
    const note = verifyNote(
      latest?.note ?? "",
      keys.flatMap((key) => key ?? []),
    );
    const { root } = await verifyLedger(organisation);
    expect(parseCheckpoint(note?.text ?? "")).toMatchObject({
      origin: `panel.example.org/ledger/${organisation}/1`,
      size: 300n,
      root: Buffer.from(root, "hex"),
    });
  });

  it("proves every entry it covers, over full tiles and partial ones, and none beyond", async () => {
    const { organisation, signer } = await published(700);
    await append(organisation, entries(1));
    for (const seq of [1n, 255n, 256n, 257n, 512n, 513n, 699n, 700n]) {
      const proof = await getInclusionProof(organisation, seq);
      const checkpoint = parseCheckpoint(proof?.note.split("\n\n")[0]?.concat("\n") ?? "");
      const root = rootFromInclusion(
        await leafOf(organisation, seq),
        proof?.index ?? -1n,
        proof?.size ?? 0n,
        proof?.path ?? [],
      );
      expect(root, String(seq)).toEqual(checkpoint?.root);
    }
    expect(await getInclusionProof(organisation, 701n)).toBeNull();
    await signTree(organisation, signer);
    expect(await getInclusionProof(organisation, 701n)).toMatchObject({ index: 700n, size: 701n, epoch: 1 });
  });

  it("is there once for a size: nothing new is nothing signed, also when two sign at once", async () => {
    const { organisation, signer } = await published(3);
    expect(await signTree(organisation, signer)).toBeNull();
    await append(organisation, entries(2));
    const both = await Promise.all([signTree(organisation, signer), signTree(organisation, signer)]);
    expect(both.filter((each) => each !== null)).toHaveLength(1);
    const { checkpoints } = await getCheckpoints(organisation);
    expect(checkpoints.map(({ size }) => size)).toEqual([5n, 3n]);
  });

  it("is newer by its size as a number: of 9, 10 and 100 entries the last is the newest, here and in the file", async () => {
    const { organisation, signer } = await published(9);
    for (const more of [1, 90, 1]) {
      await append(organisation, entries(more));
      await signTree(organisation, signer);
    }
    await publishCheckpoints(organisation, signer.dir);
    const sizes = [9n, 10n, 100n, 101n];
    expect((await lastPublished(signer.dir, organisation)).map(({ size }) => size)).toEqual(sizes);
    expect((await getCheckpoints(organisation)).checkpoints.map(({ size }) => size)).toEqual(
      sizes.toReversed(),
    );
    expect(await getLatestCheckpoint(organisation)).toMatchObject({ size: 101n });
    expect(await getCheckpoint(organisation, "1-10")).toMatchObject({ epoch: 1, size: 10n });
    for (const none of ["1-11", "2-10", "10", "newest", "1-10 "])
      expect(await getCheckpoint(organisation, none)).toBeNull();
    expect(await checkLedger(organisation)).toMatchObject({ anchored: "anchored" });
  });

  it("is not made of an empty ledger", async () => {
    expect(await signTree(randomUUID(), makeSigner())).toBeNull();
  });
});
