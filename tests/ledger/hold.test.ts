import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction, statement } from "@/lib/db/transaction";
import { frontierRoot } from "@/lib/ledger/hashing";
import { openHold, openHolds, releaseHold } from "@/lib/ledger/hold";
import { verifyLedger } from "@/lib/ledger/verify";
import { actAsRecovery } from "@/lib/ledger/waiting";
import { ok } from "@/lib/result";
import { sealEpoch } from "@/lib/usecases/recovery/seal-epoch";
import { runUseCase } from "@/lib/usecases/run";
import { appendEntry } from "@/lib/ledger/append";
import { sql, useDatabase } from "../support/database";
import { acting, append, reading, system } from "./history";

const held = useDatabase();
const organisation = randomUUID();

const types = async () =>
  (
    await database().ledgerEntry.findMany({
      where: { organisationId: organisation },
      orderBy: { seq: "asc" },
    })
  ).map(({ eventType }) => eventType);

async function readInUseCase() {
  return runUseCase(
    async (ctx) => ok(await appendEntry(ctx, organisation, reading("trail"))),
    system,
    undefined,
  );
}

beforeAll(async () => {
  await append(organisation, [reading("trail"), reading("trail"), reading("trail")]);
});

describe("a hold", () => {
  it("is opened once for each reason, told in the trail, and released once", async () => {
    await openHold(organisation, "altered", { firstBadSeq: "3" });
    await openHold(organisation, "altered", { firstBadSeq: "4" });
    const open = await openHolds(organisation);
    expect(open).toMatchObject([{ reason: "altered", detail: { firstBadSeq: "3" } }]);
    const id = open[0]?.id ?? "";
    const release = async () => inTransaction(async (tx) => releaseHold(acting(tx), organisation, id));
    expect(await release()).toBe(true);
    expect(await release()).toBe(false);
    expect(await openHolds(organisation)).toEqual([]);
    expect((await types()).slice(-2)).toEqual(["ledger.held", "ledger.released"]);
  });

  it("for being behind what was published refuses every entry, but the recovery's", async () => {
    await openHold(organisation, "behind", { publishedSize: "9" });
    const before = await types();
    expect(await readInUseCase()).toEqual({ ok: false, error: { code: "system.readOnly" } });
    expect(await types()).toEqual(before);
    await inTransaction(async (tx) => {
      await actAsRecovery(tx, organisation);
      await appendEntry(acting(tx), organisation, reading("trail"));
      const [open] = await openHolds(organisation);
      await releaseHold(acting(tx), organisation, open?.id ?? "");
    });
    expect((await readInUseCase()).ok).toBe(true);
  });

  it("stands also where the ledger takes no entry any more", async () => {
    const own = randomUUID();
    await append(own, [reading("trail")]);
    await sql(
      held.superuserUrl,
      `ALTER TABLE ledger_head DISABLE TRIGGER ALL; DELETE FROM ledger_head WHERE organisation_id = '${own}';
       ALTER TABLE ledger_head ENABLE TRIGGER ALL`,
    );
    await expect(append(own, [reading("trail")])).rejects.toThrow();
    await openHold(own, "altered", { firstBadSeq: "1" });
    expect(await openHolds(own)).toMatchObject([{ reason: "altered" }]);
  });

  describe("that a broken ledger could not take the entry of", () => {
    const headOf = async (organisationId: string) =>
      database().ledgerHead.findUniqueOrThrow({ where: { organisationId } });
    const typesOf = async (organisationId: string) =>
      (await database().ledgerEntry.findMany({ where: { organisationId }, orderBy: { seq: "asc" } })).map(
        ({ eventType }) => eventType,
      );
    /** A ledger whose head was put back by somebody, found out, and then mended by a superuser. */
    async function heldThenMended(): Promise<string> {
      const own = randomUUID();
      await append(own, [reading("trail"), reading("trail")]);
      const { frontier } = await headOf(own);
      const put = async (seq: number, roots: readonly Uint8Array[]) =>
        sql(held.superuserUrl, "UPDATE ledger_head SET seq = $2, frontier = $3 WHERE organisation_id = $1", [
          own,
          seq,
          roots.map((root) => Buffer.from(root)),
        ]);
      await sql(held.superuserUrl, "ALTER TABLE ledger_head DISABLE TRIGGER ALL");
      await put(0, []);
      await openHold(own, "altered", { firstBadSeq: "1" });
      expect(await database().waitingEntry.count({ where: { organisationId: own } })).toBe(1);
      await put(2, frontier);
      await sql(held.superuserUrl, "ALTER TABLE ledger_head ENABLE TRIGGER ALL");
      expect(await typesOf(own)).toEqual(["ledger.read", "ledger.read"]);
      return own;
    }

    it("is told of when the damaged epoch is sealed", async () => {
      const own = await heldThenMended();
      const sealed = await runUseCase(sealEpoch, system, { organisationId: own, reason: "damaged" });
      expect(sealed.ok).toBe(true);
      expect((await typesOf(own)).slice(2)).toEqual(["epoch.opened", "ledger.held"]);
      expect(await database().waitingEntry.count({ where: { organisationId: own } })).toBe(0);
      expect(await verifyLedger(own)).toMatchObject({ verdict: "intact", headSeq: 4n });
    });

    it("is told of at the latest when it is released", async () => {
      const own = await heldThenMended();
      const [open] = await openHolds(own);
      await inTransaction(async (tx) => releaseHold(acting(tx), own, open?.id ?? ""));
      expect((await typesOf(own)).slice(2)).toEqual(["ledger.held", "ledger.released"]);
    });
  });

  it("cannot be changed, taken back or removed, even by the owner of the tables", async () => {
    const refused = { code: "RP001" };
    for (const change of [
      "UPDATE ledger_hold SET reason = 'behind'",
      "UPDATE ledger_hold SET released_at = NULL",
      "DELETE FROM ledger_hold",
    ])
      await expect(sql(held.ownerUrl, change), change).rejects.toMatchObject(refused);
  });
});

describe("an epoch that is sealed", () => {
  it("ends with its root, and the next begins empty while numbers run on", async () => {
    const own = randomUUID();
    await append(own, [reading("trail"), reading("trail"), reading("trail")]);
    await inTransaction(async (tx) => {
      await statement(tx, { name: "seal", text: "SELECT seal_epoch($1, 'retention')" }, [own]);
      await appendEntry(acting(tx), own, reading("trail"));
    });
    await append(own, [reading("trail"), reading("trail")]);
    const head = await database().ledgerHead.findUniqueOrThrow({ where: { organisationId: own } });
    expect(head).toMatchObject({ epoch: 2, epochStart: 3n, seq: 6n });
    expect(head.frontier).toHaveLength(2);
    const root = frontierRoot(head.frontier).toString("hex");
    expect(await verifyLedger(own)).toMatchObject({ verdict: "intact", checked: 6, headSeq: 6n, root });
    const epochs = await database().ledgerEpoch.findMany({
      where: { organisationId: own },
      orderBy: { epoch: "asc" },
    });
    expect(epochs).toMatchObject([
      { epoch: 1, firstSeq: 1n, lastSeq: 3n, reason: "retention" },
      { epoch: 2, firstSeq: 4n, lastSeq: null, sealedAt: null },
    ]);
  });
});
