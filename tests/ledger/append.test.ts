import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database, pool } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { appendEntries, appendEntry } from "@/lib/ledger/append";
import { verifyLedger } from "@/lib/ledger/verify";
import type { Actor } from "@/lib/policy/permission";
import { sql, useDatabase } from "../support/database";
import { acting, append, deciding, reading } from "./history";
import { makeMember, makePanel } from "./people";

const held = useDatabase();

async function entry(organisationId: string, seq: bigint): Promise<Record<string, unknown>> {
  const row = await database().ledgerEntry.findUniqueOrThrow({
    where: { organisationId_seq: { organisationId, seq } },
  });
  return JSON.parse(Buffer.from(row.bytes).toString("utf8")) as Record<string, unknown>;
}

describe("append", () => {
  it("numbers entries from 1 without a gap, in the order given", async () => {
    const organisation = randomUUID();
    expect(await append(organisation, [reading("a"), reading("b")])).toEqual([1n, 2n]);
    expect(await append(organisation, [reading("c")])).toEqual([3n]);
    const written = await Promise.all([1n, 2n, 3n].map((seq) => entry(organisation, seq)));
    expect(written.map((each) => each["data"])).toEqual([{ view: "a" }, { view: "b" }, { view: "c" }]);
  });

  it("nothing to append takes no number and no lock", async () => {
    const organisation = randomUUID();
    expect(await append(organisation, [])).toEqual([]);
    expect(await database().ledgerHead.findUnique({ where: { organisationId: organisation } })).toBeNull();
  });

  it("64 concurrent appenders leave one chain without a gap", async () => {
    const organisation = randomUUID();
    const seqs = await Promise.all(
      Array.from({ length: 64 }, async (_, index) =>
        append(organisation, [reading(`${index}.1`), reading(`${index}.2`)]),
      ),
    );
    const numbers = seqs.flat().map(Number);
    expect(numbers.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 128 }, (_, at) => at + 1),
    );
    expect(await verifyLedger(organisation)).toMatchObject({
      verdict: "intact",
      checked: 128,
      headSeq: 128n,
    });
  });

  it("two organisations have two chains that know nothing of each other", async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await Promise.all([append(one, [reading("a")]), append(other, [reading("a")])]);
    await append(one, [reading("b")]);
    expect((await verifyLedger(one)).headSeq).toBe(2n);
    expect((await verifyLedger(other)).headSeq).toBe(1n);
  });

  it("the same transaction may append twice", async () => {
    const organisation = randomUUID();
    const seqs = await inTransaction(async (tx) => {
      const ctx = acting(tx);
      return [
        await appendEntry(ctx, organisation, reading("a")),
        await appendEntry(ctx, organisation, reading("b")),
      ];
    });
    expect(seqs).toEqual([1n, 2n]);
    expect(await verifyLedger(organisation)).toMatchObject({ verdict: "intact", checked: 2 });
  });

  it("recorded is when the database wrote it; effective is when it happened", async () => {
    const organisation = randomUUID();
    const before = await sql<{ now: Date }>(held.appUrl, "SELECT clock_timestamp()::timestamptz(3) AS now");
    await append(organisation, [reading("a")]);
    const written = await entry(organisation, 1n);
    expect(written["effectiveAt"]).toBe("2029-05-20T13:05:00.123Z");
    expect(Date.parse(String(written["recordedAt"]))).toBeGreaterThanOrEqual(
      before[0]?.now.getTime() ?? Infinity,
    );
  });

  it("recorded times never go backwards, even when the database's clock does", async () => {
    const organisation = randomUUID();
    await append(organisation, [reading("a")]);
    // As if the first entry had been written by a clock that was an hour fast.
    const later = "2999-01-01T00:00:00.000Z";
    await sql(
      held.ownerUrl,
      "UPDATE ledger_head SET recorded_at = $1, seq = 3, frontier = frontier || frontier WHERE organisation_id = $2",
      [later, organisation],
    );
    await append(organisation, [reading("b")]);
    expect((await entry(organisation, 4n))["recordedAt"]).toBe(later);
  });
});

describe("a ledger append that fails", () => {
  it("takes everything written before it in the transaction back, a new head too", async () => {
    const { organisationId, panelId, noticeId } = await makePanel();
    const member = await makeMember(organisationId, panelId);
    await sql(held.ownerUrl, "REVOKE INSERT ON ledger_entry FROM panel_app");
    const recording = inTransaction(async (tx) => {
      await tx.noticeShown.create({
        data: {
          organisationId,
          id: randomUUID(),
          memberId: member.id,
          privacyNoticeId: noticeId,
          language: "en",
          format: "web",
          place: "join",
          shownAt: new Date(),
          recordedAt: new Date(),
        },
      });
      await appendEntries(acting(tx), organisationId, [deciding(panelId, member.subjectRef, "surveys")]);
    });
    await expect(recording).rejects.toThrow(/permission denied/);
    await sql(held.ownerUrl, "GRANT INSERT ON ledger_entry TO panel_app");
    expect(await database().noticeShown.count({ where: { organisationId } })).toBe(0);
    expect(await database().ledgerHead.findUnique({ where: { organisationId } })).toBeNull();
  });

  it("data that the catalogue does not list is refused, by key and never by value", async () => {
    const event = { ...reading("trail"), data: { view: "trail", email: "resident@example.org" } };
    const appending = append(randomUUID(), [event as never]);
    await expect(appending).rejects.toThrow(/ledger\.read.*unlisted \[email\]/);
    await expect(appending).rejects.not.toThrow(/resident@example\.org/);
  });

  it("data that misses what the catalogue asks for is refused", async () => {
    const event = { ...reading("trail"), data: {} };
    await expect(append(randomUUID(), [event as never])).rejects.toThrow(/missing \[view\]/);
  });
});

describe("who acted", () => {
  const panelId = randomUUID();
  const organisationId = randomUUID();
  const staff = (role: "dpo" | "auditor", onPanel = panelId): Actor => ({
    kind: "staff",
    organisationId,
    staffId: "5e1f0000-0000-4000-8000-000000000001",
    grants: [{ panelId: onPanel, role }],
  });

  it.each<[string, Actor, string, string]>([
    ["a DPO at DPO work", staff("dpo"), "dpo", "5e1f0000-0000-4000-8000-000000000001"],
    ["a DPO of another panel", staff("dpo", randomUUID()), "staff", "5e1f0000-0000-4000-8000-000000000001"],
    ["an auditor", staff("auditor"), "staff", "5e1f0000-0000-4000-8000-000000000001"],
    ["a job", { kind: "system", name: "expiry" }, "system", "expiry"],
    ["someone not signed in, by a one-time link", { kind: "anonymous" }, "link", "link:oneTime"],
    [
      "a signed link",
      { kind: "link", organisationId, panelId, memberId: randomUUID(), scope: "unsubscribe" },
      "link",
      "link:unsubscribe",
    ],
  ])("%s", async (_who, actor, kind, ref) => {
    const organisation = randomUUID();
    await append(organisation, [reading("trail", panelId)], actor);
    expect(await entry(organisation, 1n)).toMatchObject({ actorKind: kind, actorRef: ref });
  });

  it("a member is their random reference, never their id", async () => {
    const panel = await makePanel();
    const member = await makeMember(panel.organisationId, panel.panelId);
    await append(panel.organisationId, [reading("choices", panel.panelId)], {
      kind: "member",
      organisationId: panel.organisationId,
      panelId: panel.panelId,
      memberId: member.id,
    });
    const stored = await pool().query(
      "SELECT convert_from(bytes, 'UTF8') AS text FROM ledger_entry WHERE organisation_id = $1",
      [panel.organisationId],
    );
    const { text } = stored.rows[0] as { text: string };
    expect(JSON.parse(text)).toMatchObject({ actorKind: "member", actorRef: member.subjectRef });
    expect(text).not.toContain(member.id);
  });
});
