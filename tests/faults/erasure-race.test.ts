import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "@/lib/ledger/verify";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { runUseCase } from "@/lib/usecases/run";
import { viewOf } from "../support/activity";
import { useDatabase } from "../support/database";
import { staffAs } from "../support/dpo";
import "../support/environment";
import { startMailSink, type MailSink } from "../support/mail-sink/mail-sink";
import type { TestMember } from "../support/panel";
import { until } from "../support/until";
import { lateSends, shuffled, startRace, type OptOut, type Race } from "./opt-out-race";
import { startWorkerProcess } from "./worker-process";

const recipients = 300;
const erasures = 80;

const database = useDatabase();
let client: pg.Client;
let sink: MailSink;

beforeAll(async () => {
  client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  sink = await startMailSink({ delayMs: 60 });
});
afterAll(async () => {
  await client.end();
  await sink.stop();
});

const taken = () => sink.lines().filter(({ what }) => what === "taken");

/** Erases people, a few at a time, for as long as the mailing goes; when each was acknowledged. */
async function raceErasures({ panel }: Race, who: readonly TestMember[]): Promise<readonly OptOut[]> {
  const view = await viewOf(panel);
  const queue = [...who];
  const done: OptOut[] = [];
  const run = async () => {
    for (let member = queue.pop(); member !== undefined; member = queue.pop()) {
      const began = performance.now();
      const input = { panel: view, memberId: member.id, reasonCode: "objected" as const };
      const erased = await runUseCase(eraseMember, staffAs({ panel: view }, "dpo"), input);
      expect(erased).toMatchObject({ ok: true });
      const acknowledgedAt = process.hrtime.bigint();
      done.push({ email: member.email, acknowledgedAt, tookMs: performance.now() - began });
      await pause(5);
    }
  };
  await Promise.all(Array.from({ length: 4 }, run));
  return done;
}

const count = async (text: string, values: readonly unknown[]) => {
  const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${text}`, [...values]);
  return rows[0]?.n;
};

test("no message begins after somebody's erasure is acknowledged, and no late job brings anything of them back", async () => {
  const race = await startRace(client, recipients);
  const worker = await startWorkerProcess(database.appUrl, sink.url);
  await until("the first messages", () => taken().length > 20);
  const who = shuffled(race.members, 11).slice(0, erasures);
  const done = await raceErasures(race, who);
  await until(
    "the mailing is finished",
    async () => (await count("mailing WHERE id = $1 AND state = 'finished'", [race.mailingId])) === 1,
    { withinMs: 120_000, everyMs: 250 },
  );
  await worker.stop();

  expect(done).toHaveLength(erasures);
  expect(lateSends(sink.lines(), done)).toEqual([]);
  expect(new Set(taken().map(({ recipient }) => recipient)).size).toBe(taken().length);
  const ids = who.map(({ id }) => id);
  for (const rows of [
    "member WHERE id",
    "contact_point WHERE member_id",
    "contact_permission WHERE member_id",
  ])
    expect(await count(`${rows} = ANY($1::uuid[])`, [ids]), rows).toBe(0);
  const open = "delivery WHERE mailing_id = $1 AND state IN ('queued', 'claimed', 'handing_over')";
  expect(await count(open, [race.mailingId])).toBe(0);
  // Some were reached before, and some never were: the race met messages on both sides of it.
  const reached = new Set(taken().map(({ recipient }) => recipient));
  const missed = done.filter(({ email }) => !reached.has(email));
  expect(missed.length).toBeGreaterThan(0);
  expect(missed.length).toBeLessThan(erasures);
  expect(await verifyLedger(race.panel.organisationId)).toMatchObject({ verdict: "intact" });
});
