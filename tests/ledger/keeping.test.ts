import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { readConfig } from "@/lib/config/config";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { KeyUnavailable } from "@/lib/ledger/keyring/keks";
import { openSealed, type SealedText } from "@/lib/ledger/keyring/open";
import { rotateKeys } from "@/lib/ledger/keyring/rotate";
import { retireEpoch } from "@/lib/ledger/retire-epoch";
import { verifyLedger } from "@/lib/ledger/verify";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { getInclusionProof } from "@/lib/queries/ledger/get-inclusion-proof";
import { openEpoch } from "@/lib/usecases/recovery/open-epoch";
import { recordRetirement } from "@/lib/usecases/recovery/record-retirement";
import { sealEpoch } from "@/lib/usecases/recovery/seal-epoch";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useDatabase } from "../support/database";
import { makeSigner, published } from "./checkpoint/signer";
import { acting, append, reading, system } from "./history";
import { sealReason } from "./sealed-reason";

const held = useDatabase();

async function seal(organisationId: string, reason: "retention" | "damaged") {
  const sealed = await runUseCase(sealEpoch, system, { organisationId, reason });
  if (!sealed.ok) throw new Error(sealed.error.code);
  return sealed.value;
}

describe("an epoch at the end of its time", () => {
  it("is sealed, retired by the owner alone, and the rest still verifies", async () => {
    const organisationId = randomUUID();
    await append(organisationId, [reading("trail"), reading("trail"), reading("trail")]);
    expect(await seal(organisationId, "retention")).toEqual({ epoch: 2, seq: 4n, uncovered: 3 });
    await append(organisationId, [reading("trail")]);
    await expect(retireEpoch(held.appUrl, organisationId, 1)).rejects.toMatchObject({ code: "42501" });
    expect(await retireEpoch(held.ownerUrl, organisationId, 2)).toEqual({ kept: "running" });
    expect(await retireEpoch(held.ownerUrl, organisationId, 7)).toEqual({ kept: "notSealed" });
    expect(await retireEpoch(held.ownerUrl, organisationId, 1)).toEqual({ deleted: 3 });
    expect(await retireEpoch(held.ownerUrl, organisationId, 1)).toEqual({ kept: "alreadyRetired" });
    const record = async () => {
      const recorded = await runUseCase(recordRetirement, system, { organisationId, epoch: 1 });
      return recorded.ok ? recorded.value : recorded.error.code;
    };
    expect(await record()).toBe(6n);
    expect(await record(), "recorded once").toBeNull();
    const [first] = await database().ledgerEntry.findMany({
      where: { organisationId },
      orderBy: { seq: "asc" },
    });
    const said = JSON.parse(Buffer.from(first?.bytes ?? []).toString("utf8")) as {
      data: Record<string, string>;
    };
    expect(said.data).toMatchObject({ previousEpoch: "1", previousLastSeq: "3", reason: "retention" });
    expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "intact", checked: 3 });
    const del = sql(held.ownerUrl, "DELETE FROM ledger_entry WHERE organisation_id = $1", [organisationId]);
    await expect(del).rejects.toMatchObject({ code: "RP001" });
  });

  it("is signed to its last entry first, where the key is", async () => {
    const { organisation, signer } = await published(2);
    await append(organisation, [reading("trail"), reading("trail")]);
    vi.stubEnv(
      "CHECKPOINT_KEY",
      signer.privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
    );
    vi.stubEnv("CHECKPOINT_DIR", signer.dir);
    const sealed = await seal(organisation, "retention");
    vi.unstubAllEnvs();
    expect(sealed).toEqual({ epoch: 2, seq: 5n, uncovered: 0 });
    const proof = await getInclusionProof(organisation, 4n);
    expect(proof).toMatchObject({ index: 3n, size: 4n });
  });

  it("that is damaged is sealed with its damage, and what comes after it verifies", async () => {
    const organisationId = randomUUID();
    await append(organisationId, [reading("trail"), reading("trail")]);
    await sql(
      held.superuserUrl,
      `ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_append_only;
       UPDATE ledger_entry SET chain_hash = leaf_hash WHERE seq = 2;
       ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_append_only`,
    );
    expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "altered", firstBadSeq: 2n });
    await seal(organisationId, "damaged");
    await append(organisationId, [reading("trail")]);
    expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "intact", checked: 2, headSeq: 4n });
  });
});

describe("an epoch that ended before it had an entry", () => {
  it("is passed over by the check and by proofs, also when the one before it is retired", async () => {
    const organisationId = randomUUID();
    const signer = makeSigner();
    await append(organisationId, [reading("trail"), reading("trail")]);
    const restored = { organisationId, reason: "restored", checkpoint: null, atLeast: 4 } as const;
    const opened = await runUseCase(openEpoch, system, restored);
    expect(opened).toMatchObject({ ok: true, value: { epoch: 4, seq: 3n } });
    await append(organisationId, [reading("trail")]);
    await signTree(organisationId, signer);
    expect(await getInclusionProof(organisationId, 4n)).toMatchObject({ epoch: 4, index: 1n, size: 2n });
    expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "intact", checked: 4 });
    await retireEpoch(held.ownerUrl, organisationId, 1);
    expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "intact", checked: 2 });
  });
});

describe("rotating the key-encryption key", () => {
  const organisationId = randomUUID();
  const sealed: SealedText[] = [];
  const use = (ledgerKeks: readonly { version: number; key: Buffer }[]) =>
    Object.assign(readConfig(), { ledgerKeks });
  const [first, second] = [
    { version: 1, key: randomBytes(32) },
    { version: 2, key: randomBytes(32) },
  ];
  const readable = async () =>
    Promise.all(
      sealed.map(async (text) => {
        const [reading1] = await openSealed({ organisationId, subjectRef: text.place.subjectRef }, [text]);
        return reading1?.state;
      }),
    );

  it("leaves every sealed value readable before, in the middle and after, by the new key alone in the end", async () => {
    use([first]);
    for (let place = 0; place < 450; place += 1) {
      const subjectRef = randomUUID();
      const who = { organisationId, subjectRef };
      sealed.push(await inTransaction(async (tx) => sealReason(acting(tx), who, "We move")));
    }
    use([first, second]);
    // As if it had been killed after each of its parts.
    for (const left of [450, 250]) {
      const cutOff = rotateKeys((done, total) => {
        expect([done, total]).toEqual([200, left]);
        throw new Error("killed");
      });
      await expect(cutOff).rejects.toThrow("killed");
      expect(new Set(await readable())).toEqual(new Set(["open"]));
    }
    const told: (readonly [number, number])[] = [];
    expect(await rotateKeys((done, total) => void told.push([done, total]))).toBe(50);
    expect(told).toEqual([[50, 50]]);
    use([second]);
    expect(new Set(await readable())).toEqual(new Set(["open"]));
    const entries = await database().ledgerEntry.count({
      where: { organisationId, eventType: "keys.rotated" },
    });
    expect(entries).toBe(3);
  });

  it("fails loudly where a key is missing, and reading says so", async () => {
    const third = { version: 3, key: randomBytes(32) };
    use([third]);
    await expect(rotateKeys(() => undefined)).rejects.toThrow(KeyUnavailable);
    expect(new Set(await readable())).toEqual(new Set(["unavailable"]));
  });
});
