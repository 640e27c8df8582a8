import { expect, it } from "vitest";
import { checkpointText, originOf } from "@/lib/ledger/checkpoint/checkpoint";
import { signNote } from "@/lib/ledger/checkpoint/note";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { retireEpoch } from "@/lib/ledger/retire-epoch";
import { compareCheckpoints } from "@/lib/queries/ledger/compare-checkpoints";
import { getLatestCheckpoint } from "@/lib/queries/ledger/get-checkpoints";
import { sealEpoch } from "@/lib/usecases/recovery/seal-epoch";
import { runUseCase } from "@/lib/usecases/run";
import { entries, makeSigner } from "../../ledger/checkpoint/signer";
import { append, system } from "../../ledger/history";
import { useDatabase } from "../../support/database";
import { staffAs } from "../../support/dpo";
import { makeResidents } from "../../support/resident";

const held = useDatabase();

/** A ledger of two epochs, each signed to its end, and what an officer holds of them. */
async function signedTwice() {
  const { panel } = await makeResidents("customer-voices", ["research"]);
  const { organisationId } = panel;
  const signer = makeSigner();
  const sign = async () => {
    await append(organisationId, entries(3));
    await signTree(organisationId, signer);
    return (await getLatestCheckpoint(organisationId))?.note ?? "";
  };
  const first = await sign();
  await runUseCase(sealEpoch, system, { organisationId, reason: "retention" });
  const second = await sign();
  const forged = (epoch: number, size: bigint) => {
    const origin = originOf(signer.appUrl, organisationId, epoch);
    const text = checkpointText({ origin, size, root: Buffer.alloc(32, 7) });
    return signNote(text, { name: origin, privateKey: signer.privateKey });
  };
  const viewer = { actor: staffAs({ panel }, "dpo"), panel };
  const compare = async (...notes: string[]) => compareCheckpoints(viewer, notes.join("\n"));
  return { organisationId, first, second, forged, compare };
}

it("what was signed of any epoch fits, and the newest counts", async () => {
  const { first, second, compare } = await signedTwice();
  expect(await compare(first, second)).toMatchObject({ outcome: "fits", count: 2 });
});

it("a tree that our key signed over other entries is a changed past", async () => {
  const { second, forged, compare } = await signedTwice();
  expect(await compare(second, forged(1, 2n))).toEqual({ outcome: "differs", size: 2n });
});

it("more than an epoch that is sealed has is ahead of us, like more than the running one has", async () => {
  const { forged, compare } = await signedTwice();
  for (const epoch of [1, 2, 3])
    expect(await compare(forged(epoch, 900n)), `epoch ${epoch}`).toMatchObject({
      outcome: "ahead",
      size: 900n,
    });
});

it("an epoch whose entries were deleted cannot be compared, and is not said to fit", async () => {
  const { organisationId, first, second, compare } = await signedTwice();
  await retireEpoch(held.ownerUrl, organisationId, 1);
  expect(await compare(first)).toEqual({ outcome: "gone" });
  expect(await compare(first, second)).toMatchObject({ outcome: "fits", count: 1 });
});

it("somebody else's log is foreign, and what is no checkpoint unreadable", async () => {
  const [one, other] = [await signedTwice(), await signedTwice()];
  expect(await one.compare(other.first)).toEqual({ outcome: "foreign" });
  expect(await one.compare("hello")).toEqual({ outcome: "unreadable" });
});
