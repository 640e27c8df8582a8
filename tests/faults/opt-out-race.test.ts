import { expect, test } from "vitest";
import { useClient, useDatabase } from "../support/database";
import "../support/environment";
import { useMailSink } from "../support/mail-sink/use-mail-sink";
import { until } from "../support/until";
import { lateSends, optOut, raceEach, shuffled, startRace, type Race } from "./opt-out-race";
import { startWorkerProcess, type WorkerProcess } from "./worker-process";

const recipients = 1_000;
const optOuts = 320;
const kills = 3;
/** Three lanes of four connections, three messages in hand a connection (lib/messaging/hand-over/send-batch.ts). */
const inHand = 3 * 4 * 3;

const database = useDatabase();
const client = useClient(database);
// Slow enough that the "no"s meet messages in every stage.
const sink = useMailSink({ delayMs: 20 });

const taken = () => sink.lines().filter(({ what }) => what === "taken");

async function statesOf({ mailingId }: Race): Promise<Record<string, number>> {
  const { rows } = await client.query<{ state: string; count: number }>(
    "SELECT state, count(*)::int FROM delivery WHERE mailing_id = $1 GROUP BY state",
    [mailingId],
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Kills the worker each time another share of the mailing has gone out, and starts the next. */
async function killAgainAndAgain(first: WorkerProcess): Promise<WorkerProcess> {
  let worker = first;
  for (let kill = 1; kill <= kills; kill += 1) {
    const share = taken().length + 100;
    await until(`${share} messages`, () => taken().length >= share, { everyMs: 5 });
    await worker.kill();
    worker = await startWorkerProcess(database.appUrl, sink.url);
  }
  return worker;
}

test("no message begins after an acknowledged no, none goes twice, and the books balance, whatever is killed", async () => {
  const race = await startRace(client, recipients);
  const first = await startWorkerProcess(database.appUrl, sink.url);
  await until("the first messages", () => taken().length > 20);
  const who = shuffled(race.members, 7).slice(0, optOuts);
  const [done, worker] = await Promise.all([
    raceEach(who, (member) => optOut(race, member)),
    killAgainAndAgain(first),
  ]);
  const mailing = await until(
    "the mailing is finished",
    async () => {
      const { rows } = await client.query("SELECT * FROM mailing WHERE id = $1 AND state = 'finished'", [
        race.mailingId,
      ]);
      return rows[0] as { matched: number; left_out: Record<string, number> } | undefined;
    },
    { withinMs: 120_000, everyMs: 250 },
  );
  await worker.stop();

  const lines = sink.lines();
  const states = await statesOf(race);
  const total = (counts: Record<string, number>) =>
    Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(lateSends(lines, done)).toEqual([]);
  expect(done.filter(({ acknowledgedAt }) => acknowledgedAt !== null)).toHaveLength(optOuts);
  expect(new Set(taken().map(({ recipient }) => recipient)).size).toBe(taken().length);
  expect(Object.keys(states).toSorted()).toEqual(
    expect.not.arrayContaining(["queued", "claimed", "handing_over"]),
  );
  expect(mailing.matched).toBe(recipients);
  expect(total(states) + total(mailing.left_out)).toBe(recipients);
  expect(states["unknown"] ?? 0).toBeLessThanOrEqual(inHand * kills);
  const ids = new Set(taken().map(({ messageId }) => messageId));
  const { rows: sent } = await client.query<{ message_id: string }>(
    "SELECT message_id FROM delivery WHERE mailing_id = $1 AND state = 'sent'",
    [race.mailingId],
  );
  expect(sent.filter(({ message_id }) => !ids.has(message_id))).toEqual([]);
  expect(sent.length).toBeGreaterThan(recipients / 3);
  expect(states["suppressed"] ?? 0).toBeGreaterThan(0);
  expect(Math.max(...done.map(({ tookMs }) => tookMs))).toBeLessThan(12_000);
});

test("without the lock the same race breaks the promise: the test above can fail", async () => {
  const race = await startRace(client, recipients);
  const before = taken().length;
  const worker = await startWorkerProcess(database.appUrl, sink.url, "withoutLock");
  await until("the first messages", () => taken().length > before + 20);
  const done = await raceEach(shuffled(race.members, 7).slice(0, optOuts), (member) => optOut(race, member));
  await worker.stop();
  expect(lateSends(sink.lines(), done).length).toBeGreaterThan(0);
});
