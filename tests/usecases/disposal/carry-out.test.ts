import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { readJournals } from "@/lib/ledger/journal/read-journal";
import { openHold } from "@/lib/ledger/hold";
import { verifyLedger } from "@/lib/ledger/verify";
import { hashOf } from "@/lib/usecases/policy/document-hash";
import { carryOut } from "@/lib/usecases/disposal/carry-out";
import { runUseCase } from "@/lib/usecases/run";
import { arranged } from "@/tests/support/arranged";
import { sql, useDatabase } from "@/tests/support/database";
import {
  approvedRun,
  daysAgo,
  haveLeft,
  holdMember,
  makeDue,
  outcomesOf,
  preview,
  releaseHold,
  today,
  workOff,
} from "@/tests/support/disposal";
import { ask, ledgerOf, makeResidents, type Residents } from "@/tests/support/resident";

const held = useDatabase();
const journals = mkdtempSync(path.join(tmpdir(), "disposal-test-"));
beforeAll(() => {
  Object.assign(readConfig(), { journalDir: journals });
});
afterAll(() => rmSync(journals, { recursive: true }));

/** How often a text stands anywhere in the database, whatever table or column. */
async function found(text: string): Promise<number> {
  const [row] = await sql<{ n: string }>(
    held.superuserUrl,
    `SELECT count(*) AS n FROM (SELECT unnest(xpath('//*[contains(text(), "${text}")]',
      database_to_xml(true, false, ''))) AS hit) AS hits`,
  );
  return Number(row?.n ?? 0);
}

async function entriesOf({ panel }: Residents, eventType: string) {
  const where = { organisationId: panel.organisationId, eventType };
  const rows = await database().ledgerEntry.findMany({ where, orderBy: { seq: "asc" } });
  return rows.map(({ bytes, subjectRef }) => ({
    subjectRef,
    data: (JSON.parse(Buffer.from(bytes).toString()) as { data: Record<string, unknown> }).data,
  }));
}

const membersOf = ({ panel }: Residents) =>
  database().member.count({ where: { organisationId: panel.organisationId } });

describe("carrying out a run", () => {
  it("erases who left, of whom no word is found anywhere, and issues a certificate that its hash names", async () => {
    const residents = await makeResidents("connect", ["research"], ["canary.one", "canary.two"]);
    const { panel, members } = residents;
    await haveLeft(residents, [members[0]]);
    await makeDue(residents, members[0], { ruleKey: "panel-details", dueOn: daysAgo(3) });
    const { value: address } = await database().contactPoint.findFirstOrThrow({
      where: { memberId: members[0].id },
    });
    expect(await found(address)).toBeGreaterThan(0);
    const runId = await approvedRun(residents);
    await workOff();
    expect(await found(address)).toBe(0);
    expect(await membersOf(residents)).toBe(1);
    expect(await ledgerOf(residents, members[0])).toContain("subject.erased");
    const [erased] = await entriesOf(residents, "subject.erased");
    const disposed = [`panel-details ${daysAgo(3)}`];
    expect(erased?.data).toMatchObject({ reasonCode: "noLongerNeeded", runId, disposed });
    const lines = [];
    for await (const line of readJournals(journals, "erasures")) lines.push(line);
    expect(lines).toMatchObject([{ line: { subject: members[0].subjectRef, reasonCode: "noLongerNeeded" } }]);
    const where = { organisationId_runId: { organisationId: panel.organisationId, runId } };
    const { content, contentHash } = await database().disposalCertificate.findUniqueOrThrow({ where });
    expect(content).toMatchObject({
      people: { erased: 1, inPart: 0, kept: 0, nothing: 0 },
      run: runId,
      asOf: today,
    });
    expect(hashOf(content)).toBe(contentHash);
    const [finished] = await entriesOf(residents, "disposal.finished");
    expect(finished?.data).toEqual({ runId, contentHash, erased: "1", inPart: "0", kept: "0" });
    expect(await verifyLedger(panel.organisationId)).toMatchObject({ verdict: "intact" });
  });

  it("deletes of a member exactly the kinds whose day has come", async () => {
    const residents = await makeResidents("connect", ["research"]);
    const { panel, members } = residents;
    const { activityId } = await ask(residents);
    const own = { organisationId: panel.organisationId, memberId: members[0].id };
    const given = { art9Condition: "explicit_consent", collectedAt: new Date() };
    await arranged(async (tx) => {
      await tx.monitoringAnswer.create({ data: { ...own, fieldKey: "ethnicity", value: "x", ...given } });
      await tx.memberAttribute.create({
        data: {
          ...own,
          fieldKey: "contactPreference",
          value: "post",
          source: "resident",
          collectedAt: new Date(),
        },
      });
      await tx.adjustment.create({
        data: {
          ...own,
          id: newId(),
          activityId,
          need: "A ramp",
          art9Condition: "explicit_consent",
          createdAt: new Date(),
        },
      });
    });
    const item = await makeDue(residents, members[0], { ruleKey: "monitoring" });
    const runId = await approvedRun(residents);
    await workOff();
    expect(await database().monitoringAnswer.count({ where: own })).toBe(0);
    expect(await database().memberAttribute.count({ where: own })).toBe(1);
    expect(await database().adjustment.count({ where: own })).toBe(1);
    expect(await outcomesOf(residents, runId)).toEqual([
      { ruleKey: "monitoring", outcome: "disposed", heldBy: null },
    ]);
    const where = { organisationId_id: { organisationId: panel.organisationId, id: item } };
    const settled = await database().retentionItem.findUniqueOrThrow({ where });
    expect(settled.settledAt).not.toBeNull();
    const [entry] = await entriesOf(residents, "disposal.carriedOut");
    const disposed = [`monitoring ${daysAgo(3)}`];
    expect(entry).toEqual({
      subjectRef: members[0].subjectRef,
      data: { runId, disposed, gone: ["monitoring_answer 1"] },
    });
  });

  it("counts what is kept from the day it was given again, for who goes on giving it", async () => {
    const residents = await makeResidents("connect", []);
    const { panel, members } = residents;
    const asked = await ask(residents, { survey: { pages: [] } });
    const { organisationId } = panel;
    await arranged(async (tx) => {
      const where = { organisationId_id: { organisationId, id: asked.activityId } };
      await tx.activity.update({ where, data: { purposeKey: "prizeDraw" } });
      const old = new Date(Date.now() - 400 * 86_400_000);
      await tx.invitation.updateMany({
        where: { organisationId, memberId: members[0].id },
        data: { invitedAt: old },
      });
    });
    await arranged((tx) =>
      tx.surveyResponse.create({
        data: {
          ...{ organisationId, id: newId(), activityId: asked.activityId, memberId: members[0].id },
          ...{ answers: {}, submittedAt: new Date(Date.now() - 30 * 86_400_000) },
        },
      }),
    );
    const id = await makeDue(residents, members[0], { ruleKey: "prize-draw" });
    await approvedRun(residents);
    await workOff();
    const mine = { organisationId, memberId: members[0].id };
    expect(await database().invitation.count({ where: mine })).toBe(0);
    expect(await database().surveyResponse.count({ where: mine })).toBe(1);
    const item = await database().retentionItem.findUniqueOrThrow({
      where: { organisationId_id: { organisationId, id } },
    });
    expect(item.settledAt).toBeNull();
    expect(item.triggeredOn.toISOString().slice(0, 10)).toBe(daysAgo(30));
    expect(item.dueOn.getTime()).toBeGreaterThan(Date.now());
  });

  it("does nothing to who is a member still, and says so in the trail", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    await makeDue(residents, residents.members[0], { ruleKey: "study-details" });
    const runId = await approvedRun(residents);
    await workOff();
    expect(await outcomesOf(residents, runId)).toEqual([
      { ruleKey: "study-details", outcome: "held", heldBy: "membership" },
    ]);
    expect(await membersOf(residents)).toBe(2);
    const [entry] = await entriesOf(residents, "disposal.carriedOut");
    expect(entry?.data).toEqual({ runId, held: [`study-details ${daysAgo(3)} membership`] });
  });
});

describe("RT-2: what is held stays, and comes again", () => {
  it("T: due 1 November, hold lifted 1 December: deleted with the next run, both days logged", async () => {
    const residents = await makeResidents("connect", ["research"]);
    const [member] = residents.members;
    await haveLeft(residents, [member]);
    const hold = await holdMember(residents, member);
    const item = await makeDue(residents, member, { ruleKey: "panel-details", dueOn: daysAgo(30) });
    const first = await approvedRun(residents);
    await workOff();
    expect(await outcomesOf(residents, first)).toMatchObject([{ outcome: "held", heldBy: "legalHold" }]);
    const where = { organisationId: residents.panel.organisationId, runId: first };
    expect(await database().disposalItem.findFirstOrThrow({ where })).toMatchObject({ legalHoldId: hold });
    expect(await database().retentionItem.count({ where: { id: item, settledAt: null } })).toBe(1);
    await releaseHold(residents, hold);
    const second = await approvedRun(residents);
    await workOff();
    expect(await outcomesOf(residents, second)).toMatchObject([{ outcome: "disposed" }]);
    const [kept] = await entriesOf(residents, "disposal.carriedOut");
    expect(kept?.data).toEqual({ runId: first, held: [`panel-details ${daysAgo(30)} legalHold`] });
    const [erased] = await entriesOf(residents, "subject.erased");
    expect(erased?.data).toMatchObject({ runId: second, disposed: [`panel-details ${daysAgo(30)}`] });
  });

  it("who is held between approval and their turn stays", async () => {
    const residents = await makeResidents("connect", ["research"]);
    const { members } = residents;
    await haveLeft(residents, members);
    for (const member of members) await makeDue(residents, member, { ruleKey: "panel-details" });
    const runId = await approvedRun(residents);
    await holdMember(residents, members[0]);
    await workOff();
    const outcomes = await outcomesOf(residents, runId);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["disposed", "held"]);
    expect(await database().member.count({ where: { id: members[0].id } })).toBe(1);
  });

  it("what fell due after the preview waits for the next run", async () => {
    const residents = await makeResidents("connect", []);
    const { members } = residents;
    await makeDue(residents, members[0], { ruleKey: "monitoring" });
    const runId = await approvedRun(residents);
    const later = await makeDue(residents, members[0], { ruleKey: "adjustments" });
    await workOff();
    expect(await outcomesOf(residents, runId)).toHaveLength(1);
    expect(await database().retentionItem.count({ where: { id: later, settledAt: null } })).toBe(1);
  });

  it("who is gone by then leaves nothing to do, and the run says so", async () => {
    const residents = await makeResidents("connect", []);
    const { members } = residents;
    await makeDue(residents, members[0], { ruleKey: "monitoring" });
    const runId = await approvedRun(residents);
    await database().retentionItem.deleteMany({ where: { memberId: members[0].id } });
    await workOff();
    expect(await outcomesOf(residents, runId)).toMatchObject([{ outcome: "lapsed" }]);
  });
});

describe("the ledger", () => {
  it("a refused entry rolls the person back, and the run waits", async () => {
    const residents = await makeResidents("connect", ["research"]);
    const { panel, members } = residents;
    const { organisationId } = panel;
    await haveLeft(residents, members);
    await makeDue(residents, members[0], { ruleKey: "panel-details" });
    const runId = await approvedRun(residents);
    await openHold(organisationId, "behind", {});
    const turn = { organisationId, panelId: panel.id, runId, subjectRef: members[0].subjectRef };
    const refused = await runUseCase(carryOut, { kind: "system", name: "disposal" }, turn);
    expect(refused).toEqual({ ok: false, error: { code: "system.readOnly" } });
    expect(await membersOf(residents)).toBe(2);
    await workOff();
    expect(await outcomesOf(residents, runId)).toMatchObject([{ outcome: null }]);
    await sql(
      held.ownerUrl,
      "UPDATE ledger_hold SET released_at = clock_timestamp() WHERE organisation_id = $1",
      [organisationId],
    );
    await workOff();
    expect(await outcomesOf(residents, runId)).toMatchObject([{ outcome: "disposed" }]);
  });

  it("one person who cannot be deleted keeps nobody else waiting, and is due again", async () => {
    const residents = await makeResidents("connect", ["research"]);
    const { panel, members } = residents;
    await haveLeft(residents, members);
    for (const member of members) await makeDue(residents, member, { ruleKey: "panel-details" });
    const runId = await approvedRun(residents);
    await sql(
      held.ownerUrl,
      `CREATE FUNCTION not_this_one() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF OLD.id = '${members[0].id}' THEN RAISE EXCEPTION 'no'; END IF; RETURN OLD; END $$;
       CREATE TRIGGER not_this_one BEFORE DELETE ON member FOR EACH ROW EXECUTE FUNCTION not_this_one()`,
    );
    await workOff();
    const outcomes = await outcomesOf(residents, runId);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["disposed", "failed"]);
    expect(await database().member.count({ where: { id: members[0].id } })).toBe(1);
    const where = { organisationId_runId: { organisationId: panel.organisationId, runId } };
    const issued = await database().disposalCertificate.findUniqueOrThrow({ where });
    const content = issued.content as { lines: { outcome: string; items: number }[] };
    expect(content.lines.map(({ outcome, items }) => [outcome, items])).toEqual([
      ["disposed", 1],
      ["failed", 1],
    ]);
    await sql(held.ownerUrl, "DROP TRIGGER not_this_one ON member");
    const again = await preview(residents);
    expect(await outcomesOf(residents, again)).toHaveLength(1);
  });
});
