import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sqlState } from "@/lib/db/constraint-errors";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import { appendOrWait } from "@/lib/ledger/waiting";
import { makeMember, makePanel } from "../ledger/people";
import { arranged } from "../support/arranged";
import { sql, useDatabase } from "../support/database";

const held = useDatabase();
let panel: Awaited<ReturnType<typeof makePanel>>;
let member: Awaited<ReturnType<typeof makeMember>>;

beforeAll(async () => {
  panel = await makePanel();
  member = await makeMember(panel.organisationId, panel.panelId);
  await arranged(async (tx) => {
    await tx.ledgerHold.create({ data: hold("altered") });
    const { organisationId, panelId } = panel;
    const row = { organisationId, panelId, id: randomUUID(), email: "audit@mail.example" };
    await tx.checkpointRecipient.create({ data: { ...row, addedBy: randomUUID(), addedAt: new Date() } });
  });
});

const shown = async (tx: Tx): Promise<unknown> =>
  tx.noticeShown.create({
    data: {
      ...{ organisationId: panel.organisationId, id: randomUUID(), memberId: member.id },
      ...{ privacyNoticeId: panel.noticeId, language: "en", format: "standard", place: "join" },
      ...{ shownAt: new Date(), recordedAt: new Date() },
    },
  });

const pausing = async (tx: Tx): Promise<unknown> =>
  tx.member.updateMany({ where: { id: member.id }, data: { pausedUntil: new Date("2030-01-01") } });

const outcome = async (tx: Tx): Promise<unknown> =>
  tx.objectionOutcome.create({
    data: {
      ...{
        organisationId: panel.organisationId,
        id: randomUUID(),
        memberId: member.id,
        purposeKey: "research",
      },
      ...{ outcome: "accepted", reasons: "They asked us to stop.", decidedBy: randomUUID() },
      decidedAt: new Date(),
    },
  });

const marking = async (tx: Tx): Promise<unknown> =>
  tx.member.updateMany({
    where: { id: member.id },
    data: { doNotVisitAt: new Date(), doNotVisitEvidence: "Call 12" },
  });

const ending = async (tx: Tx): Promise<unknown> =>
  tx.member.updateMany({
    where: { id: member.id },
    data: { restrictionLiftReason: "The address was put right." },
  });

const holding = async (tx: Tx): Promise<unknown> => tx.ledgerHold.create({ data: hold("differs") });

const released = async (tx: Tx): Promise<unknown> =>
  tx.ledgerHold.updateMany({ where: { reason: "altered" }, data: { releasedAt: new Date() } });

const unlisted = async (tx: Tx): Promise<unknown> =>
  tx.checkpointRecipient.deleteMany({ where: { organisationId: panel.organisationId } });

const hold = (reason: "altered" | "behind" | "differs") => ({
  ...{ organisationId: panel.organisationId, id: randomUUID(), reason, detail: {} },
  openedAt: new Date("2026-05-20"),
});

const entry = (tx: Tx, organisationId: string) =>
  appendEntry(
    { tx, actor: { kind: "system", name: "test" }, at: new Date(), requestId: "t" },
    organisationId,
    {
      ...{ eventType: "ledger.read", panelId: null, subjectRef: null, effectiveAt: new Date() },
      data: { view: "trail" },
    },
  );

const stateOf = (work: Promise<unknown>) =>
  work.then(
    () => "kept",
    (fault: unknown) => sqlState(fault) ?? fault,
  );

describe("evidence that the ledger does not know of", () => {
  it.each([
    ["written", shown],
    ["changed", pausing],
    ["an objection that was decided", outcome],
    ["what is known of somebody", marking],
    ["the end of a restriction", ending],
    ["a hold of sending", holding],
    ["a hold that was released", released],
    ["an address that checkpoints go to no more", unlisted],
  ])("is not kept: %s without an entry in the same transaction", async (_, write) => {
    expect(await stateOf(inTransaction(write))).toBe("RP003");
    const elsewhere = inTransaction(async (tx) => {
      await write(tx);
      await entry(tx, randomUUID());
    });
    expect(await stateOf(elsewhere), "an entry of another organisation is none").toBe("RP003");
    await inTransaction((tx) => entry(tx, panel.organisationId));
    expect(await stateOf(inTransaction(write)), "nor is one of another transaction").toBe("RP003");
  });

  it("is kept with its entry, whichever comes first", async () => {
    const after = inTransaction(async (tx) => {
      await shown(tx);
      await pausing(tx);
      await entry(tx, panel.organisationId);
    });
    expect(await stateOf(after)).toBe("kept");
    const before = inTransaction(async (tx) => {
      await entry(tx, panel.organisationId);
      await shown(tx);
    });
    expect(await stateOf(before)).toBe("kept");
  });

  it("is told once of an objection, with an entry, and nothing else of it is ever another", async () => {
    await arranged(outcome);
    const tell = async (tx: Tx): Promise<unknown> =>
      tx.objectionOutcome.updateMany({ where: { memberId: member.id }, data: { toldAt: new Date() } });
    expect(await stateOf(inTransaction(tell))).toBe("RP003");
    const withEntry = async (tx: Tx) => {
      await tell(tx);
      await entry(tx, panel.organisationId);
    };
    expect(await stateOf(inTransaction(withEntry))).toBe("kept");
    expect(await stateOf(inTransaction(withEntry)), "a second time").toBe("RP001");
    const rewritten = inTransaction(async (tx) =>
      tx.objectionOutcome.updateMany({ where: { memberId: member.id }, data: { outcome: "overridden" } }),
    );
    expect(await stateOf(rewritten), "the application may not").toBe("42501");
    const byOwner = sql(held.ownerUrl, "UPDATE objection_outcome SET reasons = 'We changed our mind.'");
    await expect(byOwner).rejects.toThrow("never changes");
  });

  it("may be arranged by demo data and tests, which say so, for one transaction", async () => {
    expect(await stateOf(arranged(shown))).toBe("kept");
    expect(await stateOf(inTransaction(shown))).toBe("RP003");
  });
});

// Their own record: the ledger, what its checkpoints are made of, and what stands for many entries.
const apart =
  "ledger_entry, ledger_head, wording, gate_decision, ledger_checkpoint, ledger_tile, checkpoint_key, checkpoint_cosignature, checkpoint_publication".split(
    ", ",
  );

describe("that a ledger is behind", () => {
  it("is a hold without an entry, and an entry that waits for the recovery is one", async () => {
    expect(await stateOf(inTransaction((tx) => tx.ledgerHold.create({ data: hold("behind") })))).toBe("kept");
    expect(await stateOf(inTransaction(holding))).toBe("RP003");
    const waiting = inTransaction(async (tx) => {
      await holding(tx);
      const actor = { kind: "system", name: "test" } as const;
      await appendOrWait({ tx, actor, at: new Date(), requestId: "t" }, panel.organisationId, {
        ...{ eventType: "ledger.held", panelId: null, subjectRef: null, effectiveAt: new Date() },
        data: { ledgerHoldId: randomUUID(), reason: "differs" },
      });
    });
    expect(await stateOf(waiting)).toBe("kept");
  });
});

describe("the list of what is evidence", () => {
  it("has every table that may only be added to", async () => {
    const rows = await sql<{ name: string }>(
      held.ownerUrl,
      `SELECT DISTINCT a.tgrelid::regclass::text AS name FROM pg_trigger a
       WHERE a.tgfoid = 'refuse_change_of_evidence'::regproc AND NOT EXISTS (
         SELECT FROM pg_trigger b WHERE b.tgrelid = a.tgrelid AND b.tgfoid = 'must_be_in_the_ledger'::regproc)`,
    );
    expect(rows.map(({ name }) => name).filter((name) => !apart.includes(name))).toEqual([]);
  });
});
