import { afterAll, beforeAll, expect, test } from "vitest";
import { sql, useClient, useDatabase } from "../support/database";
import "../support/environment";
import { useMailSink } from "../support/mail-sink/use-mail-sink";
import { until } from "../support/until";
import { optOut, startRace, type Race } from "./opt-out-race";
import { startWorkerProcess, type WorkerProcess } from "./worker-process";

const database = useDatabase();
const client = useClient(database);
const sink = useMailSink({ delayMs: 60 });
let worker: WorkerProcess;

beforeAll(async () => {
  worker = await startWorkerProcess(database.appUrl, sink.url);
});
afterAll(() => worker.stop());

const takenOf = ({ members }: Race) => {
  const emails = new Set(members.map(({ email }) => email));
  return sink.lines().filter(({ what, recipient }) => what === "taken" && emails.has(recipient));
};

async function inState(race: Race, ...states: string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ member_id: string }>(
    "SELECT member_id FROM delivery WHERE mailing_id = $1 AND state::text = ANY($2)",
    [race.mailingId, states],
  );
  return rows.map(({ member_id }) => member_id);
}

const settled = async (race: Race) =>
  (await inState(race, "queued", "claimed", "handing_over")).length === 0 && (await isExpanded(race));

async function isExpanded({ mailingId }: Race): Promise<boolean> {
  const { rows } = await client.query("SELECT 1 FROM mailing WHERE id = $1 AND state <> 'expanding'", [
    mailingId,
  ]);
  return rows.length === 1;
}

test("a worker that was stopped and wakes up begins nothing more than the one message it was about to begin", async () => {
  const race = await startRace(client, 150);
  await until("the sending begins", () => takenOf(race).length > 5, { everyMs: 5 });
  worker.child.kill("SIGSTOP");
  const held = new Set(await inState(race, "claimed", "handing_over"));
  const begun = new Set(sink.lines().map(({ recipient }) => recipient));
  const who = race.members.filter(({ id, email }) => held.has(id) && !begun.has(email)).slice(0, 6);
  expect(who.length).toBeGreaterThan(0);
  const said = await Promise.all(who.map((member) => optOut(race, member)));
  // Its locks are still held, so nobody was told more than is true.
  expect(said.map(({ acknowledgedAt }) => acknowledgedAt)).toEqual(who.map(() => null));
  const wokenAt = process.hrtime.bigint();
  worker.child.kill("SIGCONT");
  const ids = new Set(who.map(({ id }) => id));
  await until(
    "all of them are settled",
    async () => {
      const open = await inState(race, "queued", "claimed", "handing_over");
      return !open.some((memberId) => ids.has(memberId));
    },
    { withinMs: 60_000, everyMs: 100 },
  );
  const emails = new Set(who.map(({ email }) => email));
  const late = sink
    .lines()
    .filter(
      ({ what, recipient, mailFrom }) =>
        what === "began" && emails.has(recipient) && BigInt(mailFrom ?? 0) > wokenAt,
    );
  // It may have been stopped between its last look and the first command; that person was told "may be on its way".
  expect(late.length).toBeLessThanOrEqual(1);
  const taken = takenOf(race).map(({ recipient }) => recipient);
  expect(new Set(taken).size).toBe(taken.length);
});

test("a worker whose database connections are cut sends nobody anything twice, and records only what it knows", async () => {
  const race = await startRace(client, 150);
  for (let cut = 1; cut <= 3; cut += 1) {
    const share = takenOf(race).length + 15;
    await until(`${share} messages`, () => takenOf(race).length >= share, { everyMs: 5 });
    await sql(
      database.superuserUrl,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND pid <> $1`,
      [(await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid")).rows[0]?.pid],
    );
  }
  await until("everything is settled", () => settled(race), { withinMs: 90_000, everyMs: 100 });
  const taken = takenOf(race);
  expect(new Set(taken.map(({ recipient }) => recipient)).size).toBe(taken.length);
  const ids = new Set(taken.map(({ messageId }) => messageId));
  const { rows } = await client.query<{ message_id: string; state: string }>(
    "SELECT message_id, state FROM delivery WHERE mailing_id = $1",
    [race.mailingId],
  );
  const sent = rows.filter(({ state }) => state === "sent");
  expect(sent.filter(({ message_id }) => !ids.has(message_id))).toEqual([]);
  expect(rows.filter(({ state }) => state === "unknown").length).toBeLessThanOrEqual(3 * 36);
  expect(rows.every(({ state }) => state === "sent" || state === "unknown")).toBe(true);
});

test("a worker that is asked to end, again and again, first ends what is in its hands: nothing is left half-sent", async () => {
  const race = await startRace(client, 300);
  for (let end = 1; end <= 3; end += 1) {
    const share = takenOf(race).length + 15;
    await until(`${share} messages`, () => takenOf(race).length >= share, { everyMs: 5 });
    const asked = performance.now();
    await worker.stop();
    expect(performance.now() - asked).toBeLessThan(15_000);
    expect(await inState(race, "handing_over", "unknown", "failed")).toEqual([]);
    expect(await inState(race, "sent")).toHaveLength(takenOf(race).length);
    worker = await startWorkerProcess(database.appUrl, sink.url);
  }
  await until("everything is settled", () => settled(race), { withinMs: 90_000, everyMs: 100 });
  expect(await inState(race, "sent")).toHaveLength(300);
  expect(new Set(takenOf(race).map(({ recipient }) => recipient)).size).toBe(300);
});
