import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { verifyLedger } from "@/lib/ledger/verify";
import { decideContactPermission } from "@/lib/policy/contact-permission";
import type { ConsentDecision } from "@/lib/policy/vocabulary";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { recordDecisions, type DecisionsToRecord } from "@/lib/usecases/consent/record-decisions";
import { sql, useDatabase } from "../../support/database";
import { makeMembers, makePanel, presetDocument, type TestMember } from "../../support/panel";

const held = useDatabase();
let panel: PanelView;
let client: Client;

const marketing = "promotion";

/** `alone` has an address of their own; `one` and `other` share theirs. */
let alone: TestMember;
let one: TestMember;
let other: TestMember;

beforeAll(async () => {
  client = new Client({ connectionString: held.appUrl });
  await client.connect();
  const made = await makePanel(client, presetDocument("connect"));
  const members = await makeMembers(client, made, { emails: ["alone", "shared", "shared"], purposes: [] });
  [alone, one, other] = members as [TestMember, TestMember, TestMember];
  const view = await getPanelById(made.organisationId, made.panelId);
  if (view === null) throw new Error("The panel was not made");
  panel = view;
});
afterAll(async () => client.end());

function deciding(member: TestMember, decision: ConsentDecision, more: Partial<DecisionsToRecord> = {}) {
  return inTransaction((tx) => {
    const actor = {
      kind: "member",
      organisationId: panel.organisationId,
      panelId: panel.id,
      memberId: member.id,
    } as const;
    return recordDecisions(
      { tx, actor, at: new Date(), requestId: randomUUID() },
      {
        panel,
        member,
        choices: [
          { purposeKey: marketing, channel: "email", decision, wording: `We may write. (${decision})` },
        ],
        method: "web",
        noticeShownId: null,
        ...more,
      },
    );
  });
}

async function stored(member: TestMember) {
  const { permitted, reasons } = await database().contactPermission.findUniqueOrThrow({
    where: { organisationId_memberId: { organisationId: panel.organisationId, memberId: member.id } },
  });
  return { permitted: Buffer.from(permitted).toString("hex"), reasons: Buffer.from(reasons).toString("hex") };
}

/** What the policy says about everything that is recorded now. */
async function decidedAfresh(member: TestMember) {
  const facts = (await loadMemberFacts(panel.organisationId, [member.id])).get(member.id);
  if (facts === undefined) throw new Error("No such member");
  const { permitted, reasons } = decideContactPermission(panel.document, facts, Date.now());
  return { permitted: Buffer.from(permitted).toString("hex"), reasons: Buffer.from(reasons).toString("hex") };
}

async function liveSuppressions(member: TestMember): Promise<number> {
  const [row] = await sql<{ live: number }>(
    held.appUrl,
    "select count(*)::int as live from suppression where subject_ref = $1 and lifted_at is null",
    [member.subjectRef],
  );
  return row?.live ?? -1;
}

describe("what is stored with a decision", () => {
  it.each<[string, ConsentDecision, Partial<DecisionsToRecord>, suppressions: number]>([
    ["a yes", "given", {}, 0],
    ["a no, which suppresses the address", "withdrawn", {}, 1],
    ["a yes again, which lifts it", "given", {}, 0],
    [
      "a no on paper, some days ago",
      "objected",
      { method: "paper", effectiveAt: new Date(Date.now() - 9e7) },
      1,
    ],
    ["a yes in person with no notice shown, which lifts nothing", "given", { method: "inPerson" }, 1],
  ])(
    "after %s, the permission is what the policy says about everything recorded",
    async (_what, decision, more, suppressions) => {
      await deciding(alone, decision, more);
      expect(await stored(alone)).toEqual(await decidedAfresh(alone));
      expect(await liveSuppressions(alone)).toBe(suppressions);
    },
  );

  it("a no from a link reaches everyone who shares the address; a later yes of one lifts only their own", async () => {
    const from = { fromContactPointId: one.contactPointId, method: "link" } as const;
    const affected = await deciding(one, "objected", from);
    expect(affected.toSorted()).toEqual([one.id, other.id].toSorted());
    await deciding(other, "objected");
    for (const member of [one, other]) expect(await stored(member)).toEqual(await decidedAfresh(member));
    await deciding(one, "given");
    for (const member of [one, other]) expect(await stored(member)).toEqual(await decidedAfresh(member));
    expect([await liveSuppressions(one), await liveSuppressions(other)]).toEqual([0, 1]);
  });

  it("a no from an address that was removed since still suppresses it", async () => {
    const [gone] = await sql<{ id: string }>(
      held.appUrl,
      `insert into contact_point (organisation_id, id, member_id, kind, value, normalised, address_hash, created_at, removed_at)
       select organisation_id, gen_random_uuid(), member_id, kind, 'old', 'old@mail.example', 'oldhash', created_at, now()
       from contact_point where member_id = $1 limit 1 returning id`,
      [alone.id],
    );
    await deciding(alone, "objected", { fromContactPointId: gone?.id ?? "", method: "link" });
    const kept = await sql(
      held.appUrl,
      "select address_hint from suppression where address_hash = 'oldhash'",
    );
    expect(kept).toEqual([{ address_hint: "le" }]);
    expect(await stored(alone)).toEqual(await decidedAfresh(alone));
  });

  it("the chain it all stands in is whole, and says who acted", async () => {
    expect(await verifyLedger(panel.organisationId)).toMatchObject({ verdict: "intact" });
    const actors = await sql(
      held.appUrl,
      "select distinct actor_kind, actor_ref = subject_ref::text as own from ledger_entry where organisation_id = $1",
      [panel.organisationId],
    );
    expect(actors).toEqual([{ actor_kind: "member", own: true }]);
  });
});

describe("decisions at the same time", () => {
  it("opposite decisions of one member are taken one after the other: what is stored is what the last one left", async () => {
    const before = await verifyLedger(panel.organisationId);
    const decisions = Array.from({ length: 24 }, (_, turn) =>
      deciding(turn % 3 === 0 ? other : one, turn % 2 === 0 ? "given" : "objected"),
    );
    await Promise.all(decisions);
    for (const member of [one, other]) expect(await stored(member)).toEqual(await decidedAfresh(member));
    const after = await verifyLedger(panel.organisationId);
    expect(after.verdict).toBe("intact");
    expect(after.checked).toBeGreaterThanOrEqual(before.checked + 24);
  });
});

describe("a decision that cannot be recorded", () => {
  it("is undone as a whole when the ledger refuses it, although the ledger comes last", async () => {
    const count = async () => database().consentRecord.count({ where: { memberId: alone.id } });
    const [records, permission] = [await count(), await stored(alone)];
    await sql(held.ownerUrl, "revoke insert on ledger_entry from panel_app");
    await expect(deciding(alone, "given")).rejects.toThrow(/permission denied/);
    await sql(held.ownerUrl, "grant insert on ledger_entry to panel_app");
    expect(await count()).toBe(records);
    expect(await stored(alone)).toEqual(permission);
    await deciding(alone, "given");
    expect(await count()).toBe(records + 1);
  });

  it("is undone when the use-case fails after it", async () => {
    const records = await database().consentRecord.count({ where: { memberId: alone.id } });
    const failing = inTransaction(async (tx) => {
      const actor = { kind: "system", name: "test" } as const;
      const choices = [{ purposeKey: marketing, channel: "email", decision: "given", wording: "?" }] as const;
      const input = { panel, member: alone, choices, method: "web", noticeShownId: null } as const;
      await recordDecisions({ tx, actor, at: new Date(), requestId: randomUUID() }, input);
      throw new Error("after the decision");
    });
    await expect(failing).rejects.toThrow("after the decision");
    expect(await database().consentRecord.count({ where: { memberId: alone.id } })).toBe(records);
  });

  it("of a member of another panel is refused", async () => {
    const stranger = { ...alone, id: randomUUID() };
    await expect(deciding(stranger, "given")).rejects.toThrow("not of this panel");
  });
});
