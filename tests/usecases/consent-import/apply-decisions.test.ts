import { beforeEach, describe, expect, it } from "vitest";
import { londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import { coversAll } from "@/lib/policy/notice-cover";
import { getDecisionList } from "@/lib/queries/decision-import/get-decision-list";
import { readDecisionList } from "@/lib/schemas/decision-list";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { applyDecisions } from "@/lib/usecases/consent-import/apply-decisions";
import { cancelDecisions } from "@/lib/usecases/consent-import/cancel-decisions";
import { stageDecisions } from "@/lib/usecases/consent-import/stage-decisions";
import { saysOtherwise } from "@/lib/usecases/permission/walk-part";
import { runUseCase } from "@/lib/usecases/run";
import { compareAll } from "../../support/compare-all";
import { useDatabase } from "../../support/database";
import { dayFromToday } from "../../support/day";
import { staffAs } from "../../support/dpo";
import { as, ledgerOf, makeResidents, permitted, type Residents } from "../../support/resident";

useDatabase();
let residents: Residents;
let names: readonly string[];

const columns = "member,purpose,channel,decision,date,method,wording,script,notice,recorded_by";
const today = londonDate(new Date());
const daysAgo = (days: number) => dayFromToday(-days);

async function openPanel(purposes: readonly string[]): Promise<void> {
  const unique = newId().slice(-12);
  residents = await makeResidents("customer-voices", purposes, [`one-${unique}`, `two-${unique}`]);
  const rows = await database().member.findMany({
    where: { organisationId: residents.panel.organisationId },
    select: { id: true, reference: true },
  });
  names = residents.members.map(({ id }) => rows.find((row) => row.id === id)?.reference ?? "");
}

beforeEach(async () => openPanel(["research"]));

async function stage(...lines: readonly string[]): Promise<string> {
  const { panel } = residents;
  const text = [columns, ...lines].join("\n");
  const read = readDecisionList(text, panel.document, today);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const input = { panel, text, lines: read.lines, problems: read.problems };
  const staged = await runUseCase(stageDecisions, staffAs(residents, "dpo"), input);
  if (!staged.ok) throw new Error(staged.error.code);
  return staged.value;
}

const look = async (id: string) =>
  getDecisionList({ actor: staffAs(residents, "dpo"), panel: residents.panel }, id);
const apply = async (uploadId: string, role: "dpo" | "engagement" = "dpo") =>
  runUseCase(applyDecisions, staffAs(residents, role), { panel: residents.panel, uploadId });

async function bring(...lines: readonly string[]) {
  const applied = await apply(await stage(...lines));
  if (!applied.ok) throw new Error(applied.error.code);
  return applied.value;
}

async function expectProjected(): Promise<void> {
  const ids = residents.members.map(({ id }) => id);
  const all = await inTransaction((tx) => compareAll(tx, residents.panel, ids, new Date()));
  expect(all.filter(saysOtherwise)).toEqual([]);
}

async function choose(answer: "yes" | "no") {
  const [member] = residents.members;
  const answers = [{ purposeKey: "research", channel: "email" as const, answer, wording: "May we?" }];
  const changed = await runUseCase(changeChoices, as(residents, member), { panel: residents.panel, answers });
  if (!changed.ok) throw new Error(changed.error.code);
}

const proof = "May we phone you about research?,script 4,1,Panel officer";
const maySend = () => permitted(residents, residents.members[0], "research", "email");

describe("a list of decisions", () => {
  it("records nothing before it is confirmed, and names what it would do", async () => {
    const id = await stage(`${names[0]},research,email,withdrawn,${daysAgo(2)},paper,,,,`);
    expect(await look(id)).toMatchObject({ state: "waiting", preview: { recorded: 1, stops: 1 } });
    expect(await maySend()).toBe(true);
  });

  it("stops at once what a no in it is about, with the record, its proof and the ledger", async () => {
    const counts = await bring(`${names[0]},research,email,no,${daysAgo(2)},paper,,,,Post room`);
    expect(counts).toMatchObject({ recorded: 1, members: 1, stops: 1, sentInGap: 0 });
    expect(counts.toDrain).toEqual([residents.members[0].id]);
    expect(await maySend()).toBe(false);
    expect((await ledgerOf(residents, residents.members[0])).at(-1)).toBe("consent.refused research email");
    const { organisationId } = residents.panel;
    const [evidence] = await database().consentEvidence.findMany({ where: { organisationId } });
    expect(evidence).toMatchObject({ statedMethod: "paper", recordedBy: "Post room" });
    await expectProjected();
  });

  it("keeps a yes without proof as unproven, and never sends on it", async () => {
    await openPanel([]);
    const counts = await bring(`${names[0]},research,email,Y,${daysAgo(3)},import,,,,`);
    expect(counts).toMatchObject({ counts: 0, unproven: 1 });
    expect(await maySend()).toBe(false);
    await expectProjected();
  });

  it.each([
    ["no script", `phone,May we?,,1,Officer`],
    ["no notice", `phone,May we?,script 4,,Officer`],
    ["nobody who took it", `phone,May we?,script 4,1,`],
    ["a method that is no method", `import,May we?,script 4,1,Officer`],
    ["no words on paper", `paper,,script 4,1,Officer`],
  ])("calls a yes with %s unproven", async (_, rest) => {
    const counts = await bring(`${names[0]},research,post,yes,${daysAgo(3)},${rest}`);
    expect(counts).toMatchObject({ counts: 0, unproven: 1 });
  });

  it("uses a yes with all of its proof, where nobody said no", async () => {
    await openPanel([]);
    expect(await maySend()).toBe(false);
    const counts = await bring(`${names[0]},research,email,yes,${daysAgo(3)},phone,${proof}`);
    expect(counts).toMatchObject({ counts: 1, unproven: 0 });
    expect(await maySend()).toBe(true);
    await expectProjected();
  });

  it.each([
    ["of before the purpose became another", 1, "unproven"],
    ["that tells of the purpose as it is", -86_400_000, "counts"],
  ] as const)(
    "takes a yes to a notice %s as what it is, whenever it was given",
    async (_, since, outcome) => {
      await openPanel([]);
      const { panel } = residents;
      const { publishedAt } = await database().privacyNotice.findUniqueOrThrow({
        where: { organisationId_id: { organisationId: panel.organisationId, id: panel.privacyNoticeId } },
      });
      const cover = { ...coversAll, consents: { research: publishedAt.getTime() + since } };
      residents = { ...residents, panel: { ...panel, document: { ...panel.document, cover } } };
      const counts = await bring(`${names[0]},research,email,yes,${today},phone,${proof}`);
      expect(counts[outcome]).toBe(1);
    },
  );

  it.each([
    ["before it", 20],
    ["of the same day", 0],
  ])("never lifts a no with a yes dated %s", async (_, days) => {
    await choose("no");
    const counts = await bring(`${names[0]},research,email,yes,${daysAgo(days)},phone,${proof}`);
    expect(counts).toMatchObject({ counts: 0, noStands: 1 });
    expect(await maySend()).toBe(false);
  });

  it("never lifts a no of an earlier list with a newer yes", async () => {
    await bring(`${names[0]},research,email,no,${daysAgo(9)},paper,,,,`);
    await bring(`${names[0]},research,email,yes,${daysAgo(1)},phone,${proof}`);
    expect(await maySend()).toBe(false);
  });

  it("lets the person's own later yes stand against a late no, and closes nothing", async () => {
    await choose("no");
    await choose("yes");
    const counts = await bring(`${names[0]},research,email,withdrawn,${daysAgo(4)},paper,,,,`);
    expect(counts).toMatchObject({ stops: 0, overtaken: 1 });
    expect(await maySend()).toBe(true);
    await expectProjected();
  });

  it("takes the more protective of two lines of one day, and counts repeats once", async () => {
    const line = (decision: string) =>
      `${names[0]},research,email,${decision},${daysAgo(2)},paper,May we?,,1,Officer`;
    const counts = await bring(line("yes"), line("no"), line("no"));
    expect(counts).toMatchObject({ recorded: 1, stops: 1, outweighed: 1, repeated: 1 });
    expect(await maySend()).toBe(false);
  });

  it("leaves out what was recorded before, so that the same file changes nothing", async () => {
    const line = `${names[0]},research,email,no,${daysAgo(2)},paper,,,,`;
    await bring(line);
    expect(await bring(line)).toMatchObject({ recorded: 0, repeated: 1 });
  });

  it("records a second press once", async () => {
    const id = await stage(`${names[0]},research,email,no,${daysAgo(2)},paper,,,,`);
    await Promise.all([apply(id), apply(id)]);
    const { organisationId } = residents.panel;
    expect(await database().consentEvidence.count({ where: { organisationId } })).toBe(1);
    expect(await look(id)).toMatchObject({ state: "recorded", counts: { recorded: 1 } });
  });

  it("keeps no line once it was recorded, and nothing once it was thrown away", async () => {
    const id = await stage(`${names[0]},research,email,no,${daysAgo(2)},paper,,,,`);
    await apply(id);
    const { organisationId } = residents.panel;
    const key = { organisationId_id: { organisationId, id } };
    expect((await database().listUpload.findUniqueOrThrow({ where: key })).rows).toEqual([]);
    const other = await stage(`${names[1]},research,email,no,${daysAgo(2)},paper,,,,`);
    await runUseCase(cancelDecisions, staffAs(residents, "dpo"), { panel: residents.panel, uploadId: other });
    expect(await look(other)).toBeNull();
  });

  it("finds a member by an e-mail address", async () => {
    const counts = await bring(`${residents.members[0].email},research,email,no,${daysAgo(2)},paper,,,,`);
    expect(counts.stops).toBe(1);
  });

  it("refuses the whole file for one line, and names it", async () => {
    const id = await stage(
      `${names[0]},research,email,no,${daysAgo(2)},paper,,,,`,
      `XX-NOBODY,research,email,no,${daysAgo(2)},paper,,,,`,
      `${names[1]},research,email,yes,${daysAgo(2)},paper,May we?,,77,Officer`,
    );
    expect(await look(id)).toMatchObject({
      state: "wrong",
      problems: [
        { line: 3, column: "member", code: "unknownMember" },
        { line: 4, column: "notice", code: "unknownNotice" },
      ],
    });
    expect(await apply(id)).toEqual({ ok: false, error: { code: "decisionList.problems" } });
    expect(await maySend()).toBe(true);
  });

  it("is nothing for engagement staff to confirm", async () => {
    const id = await stage(`${names[0]},research,email,no,${daysAgo(2)},paper,,,,`);
    expect(await apply(id, "engagement")).toEqual({ ok: false, error: { code: "form.notPermitted" } });
  });
});
