import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { database, disconnect } from "@/lib/db/client";
import { readJournals } from "@/lib/ledger/journal/read-journal";
import { verifyLedger } from "@/lib/ledger/verify";
import words from "@/messages/en/errors.json";
import { getHealth } from "@/lib/queries/operations/get-health";
import type { Result } from "@/lib/result";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { runDecision } from "@/lib/usecases/consent/run-decision";
import { notStored } from "@/lib/usecases/not-stored";
import { startCluster } from "../support/cluster";
import { cloneDatabase, type TestDatabase } from "../support/database";
import "../support/environment";
import type { TestMember } from "../support/panel";
import { as, makeResidents, permitted, type Residents } from "../support/resident";
import { until } from "../support/until";
import { serverOf, untilGone } from "./kill-server";
import { beginLog, growLedger, limitFiles, megabyte, unlimited } from "./full-disk";

// Nothing acknowledged is lost and nothing is stored by half when PostgreSQL's disk is full; when there is space again the same
// process goes on.

const people = 40;
let cluster: Awaited<ReturnType<typeof startCluster>>;
let held: TestDatabase;
let residents: Residents;
/** With what they joined, before the test: nobody said it to the product. */
let arranged: readonly string[];

beforeAll(async () => {
  cluster = await startCluster({ durable: true });
  held = await cloneDatabase(cluster.address);
  process.env["DATABASE_URL"] = held.appUrl;
  const names = Array.from({ length: people }, (_, place) => `full${place}`);
  residents = await makeResidents("customer-voices", ["research"], names);
  const before = await database().consentRecord.findMany({ select: { id: true } });
  arranged = before.map(({ id }) => id);
});
afterAll(async () => {
  await disconnect();
  await cluster.stop();
});

/** As a form has it said. */
async function say(member: TestMember, answer: "yes" | "no"): Promise<Result<unknown>> {
  const { panel } = residents;
  const answers = [
    { purposeKey: "research", channel: "email" as const, answer, wording: `I say ${answer}.` },
  ];
  return runDecision(changeChoices, as(residents, member), { panel, answers }).catch(notStored);
}

type Told = { readonly member: TestMember; readonly answer: "yes" | "no" };

/** Everybody changes their mind again and again; what was acknowledged, until something was not. */
async function untilRefused(): Promise<{ told: readonly Told[]; refused: Told; outcome: unknown }> {
  const told: Told[] = [];
  for (let round = 0; round < 100; round += 1) {
    const answer = round % 2 === 0 ? "no" : "yes";
    for (const member of residents.members) {
      const outcome = await say(member, answer).catch((fault: unknown) => fault);
      const isKept = outcome instanceof Object && "ok" in outcome && outcome.ok === true;
      if (!isKept) return { told, refused: { member, answer }, outcome };
      told.push({ member, answer });
    }
  }
  throw new Error("The disk took everything");
}

/** Every decision that was said to the product, as who and what. */
async function kept(): Promise<readonly string[]> {
  const rows = await database().consentRecord.findMany({ where: { id: { notIn: [...arranged] } } });
  return rows.map(({ memberId, decision }) => `${memberId} ${decision === "given" ? "yes" : "no"}`);
}

const asKept = ({ member, answer }: Told) => `${member.id} ${answer}`;

/** What is among these and not among those, one for one. */
function missing(these: readonly string[], those: readonly string[]): readonly string[] {
  const left = [...those];
  return these.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Of every decision there is an entry and of every entry a decision, and the chain is whole. */
async function expectWhole(): Promise<void> {
  const { organisationId } = residents.panel;
  const where = { organisationId, eventType: { in: ["consent.given", "consent.withdrawn"] } };
  expect(await database().ledgerEntry.count({ where })).toBe((await kept()).length);
  expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "intact" });
}

async function journaled(): Promise<number> {
  let lines = 0;
  for await (const read of readJournals(readConfig().journalDir, "stops"))
    if ("line" in read && read.line["organisation"] === residents.panel.organisationId) lines += 1;
  return lines;
}

it("a change that the disk does not take is refused in words and leaves nothing, health says so, and with space it is taken", async () => {
  const { superuserUrl } = held;
  await growLedger(superuserUrl, 8);
  // Only the entries meet the limit: what comes before them in the same transaction is written.
  await beginLog(superuserUrl, 0);
  await limitFiles(cluster, 8 * megabyte);

  const { told, refused, outcome } = await untilRefused();
  expect(outcome).toEqual({ ok: false, error: { code: "system.notStored" } });
  expect((await kept()).toSorted()).toEqual(told.map(asKept).toSorted());
  expect(await journaled()).toBe(told.filter(({ answer }) => answer === "no").length);
  const before = refused.answer === "no";
  expect(await permitted(residents, refused.member, "research", "email")).toBe(before);
  await expectWhole();
  expect(words.refusal.system.notStored).toContain("What you typed is still here");
  expect(await getHealth()).toMatchObject({ database: "ok", storage: "refusing" });

  await limitFiles(cluster, unlimited);
  for (const answer of ["yes", "no"] as const)
    for (const member of residents.members) expect(await say(member, answer)).toMatchObject({ ok: true });
  await expectWhole();
  await until("health says so", async () => (await getHealth()).storage === "ok");
});

it("a log that cannot grow ends the server: what was acknowledged is there when it is started again, and the product goes on", async () => {
  const [before, server] = [await kept(), serverOf(cluster)];
  // Longer than the entries are by now, so that the log is what meets the limit.
  await limitFiles(cluster, (await beginLog(held.superuserUrl, 13 * megabyte)) + megabyte / 2);
  const { told, outcome } = await untilRefused();
  expect(told.length).toBeGreaterThan(0);
  // Nobody knows what became of it, and they are told no more than that.
  expect(outcome).toBeInstanceOf(Error);
  await until("health says so", async () => (await getHealth()).database === "unreachable");

  // It tries to recover, cannot, and gives up; somebody makes space and starts it.
  await untilGone(server);
  await cluster.start();
  const found = await until("the product finds it again", async () => kept().catch(() => undefined));
  const said = told.filter(({ answer }, at) => at >= people || answer === "yes");
  expect(missing([...before, ...said.map(asKept)], found)).toEqual([]);
  await expectWhole();
  for (const answer of ["yes", "no"] as const)
    for (const member of residents.members) expect(await say(member, answer)).toMatchObject({ ok: true });
  await expectWhole();
});
