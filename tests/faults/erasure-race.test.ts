import { expect, test } from "vitest";
import { verifyLedger } from "@/lib/ledger/verify";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { runUseCase } from "@/lib/usecases/run";
import { viewOf } from "../support/activity";
import { useClient, useDatabase } from "../support/database";
import { staffAs } from "../support/dpo";
import "../support/environment";
import { useMailSink } from "../support/mail-sink/use-mail-sink";
import type { TestMember } from "../support/panel";
import { until } from "../support/until";
import { lateSends, raceEach, shuffled, startRace, type OptOut } from "./opt-out-race";
import { startWorkerProcess } from "./worker-process";

const recipients = 300;
const erasures = 80;

const database = useDatabase();
const client = useClient(database);
const sink = useMailSink({ delayMs: 60 });

const taken = () => sink.lines().filter(({ what }) => what === "taken");

async function erase(panel: PanelView, { id, email }: TestMember): Promise<OptOut> {
  const began = performance.now();
  const input = { panel, memberId: id, reasonCode: "objected" as const };
  expect(await runUseCase(eraseMember, staffAs({ panel }, "dpo"), input)).toMatchObject({ ok: true });
  return { email, acknowledgedAt: process.hrtime.bigint(), tookMs: performance.now() - began };
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
  const view = await viewOf(race.panel);
  const done = await raceEach(who, (member) => erase(view, member));
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
