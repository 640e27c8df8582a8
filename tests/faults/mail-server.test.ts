import { afterAll, expect, test } from "vitest";
import { useClient, useDatabase } from "../support/database";
import "../support/environment";
import { startMailSink } from "../support/mail-sink/mail-sink";
import { useMailSink } from "../support/mail-sink/use-mail-sink";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "../support/panel";
import { until } from "../support/until";
import { approveToEveryone } from "../support/activity";
import { optOut } from "./opt-out-race";
import { startWorkerProcess, type WorkerProcess } from "./worker-process";

const database = useDatabase();
const client = useClient(database);
const sink = useMailSink();
let worker: WorkerProcess | undefined;

afterAll(() => worker?.stop());

type Told = { state: string; failure_code: string | null; attempts: number; not_before: Date | null };

async function told(member: TestMember): Promise<Told> {
  const { rows } = await client.query<Told>(
    "SELECT state, failure_code, attempts, not_before FROM delivery WHERE member_id = $1 AND mailing_id IS NOT NULL",
    [member.id],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("The member has no delivery");
  return row;
}

async function mailTo(
  emails: readonly string[],
): Promise<{ panel: TestPanel; members: readonly TestMember[]; mailingId: string }> {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  const members = await makeMembers(client, panel, { emails, purposes: ["research"] });
  return { panel, members, mailingId: await approveToEveryone(client, panel) };
}

/** How the sink treats each, and what must be known about it once the dust has settled. */
const treatments = [
  { email: "plain-one", state: "sent", code: null },
  { email: "refuse-one", state: "failed", code: "smtp.550" },
  { email: "defer-one", state: "queued", code: "smtp.450" },
  { email: "hangup-one", state: "queued", code: "ECONNECTION" },
  { email: "drop-one", state: "unknown", code: "ECONNECTION" },
  { email: "stall-one", state: "unknown", code: "deadline" },
  { email: "drip-one", state: "unknown", code: "deadline" },
  { email: "plain-two", state: "sent", code: null },
] as const;

test("a server that stalls, drips, refuses, puts off, hangs up or drops leaves each message in the state that is true of it", async () => {
  const race = await mailTo(treatments.map(({ email }) => email));
  worker = await startWorkerProcess(database.appUrl, sink.url);
  const stalled = race.members[treatments.findIndex(({ email }) => email === "stall-one")];
  if (stalled === undefined) throw new Error("Nobody stalls");
  await until("a message stalls", () => sink.lines().some(({ what }) => what === "stalled"));
  const no = await optOut(race, stalled);
  expect(no.acknowledgedAt).not.toBeNull();
  expect(no.tookMs).toBeLessThan(12_000);
  expect((await told(stalled)).state).toBe("unknown");

  for (const [index, { email, state, code }] of treatments.entries()) {
    const member = race.members[index];
    if (member === undefined) throw new Error("A member is missing");
    const is = await until(`${email} is ${state}`, async () => {
      const now = await told(member);
      return now.state === state && now.failure_code === code ? now : undefined;
    });
    expect({ email, ...is }).toMatchObject({ email, state, failure_code: code });
    if (state === "queued") expect(is.not_before?.getTime()).toBeGreaterThan(Date.now());
  }
  const taken = sink.lines().filter(({ what }) => what === "taken");
  expect(taken.map(({ recipient }) => recipient).toSorted()).toEqual([
    "plain-one@mail.example",
    "plain-two@mail.example",
  ]);
});

test("an address that takes no mail is known as such", async () => {
  await until("the bounce is noted", async () => {
    const { rows } = await client.query(
      "SELECT 1 FROM contact_point WHERE normalised = 'refuse-one@mail.example' AND bounced_at IS NOT NULL",
    );
    return rows.length === 1;
  });
});

test("while the mail server is away nothing leaves the queue, the fault is reported, and sending goes on when it is back", async () => {
  await worker?.stop();
  const away = await startMailSink();
  await away.stop();
  const race = await mailTo(["patient-one", "patient-two"]);
  worker = await startWorkerProcess(database.appUrl, away.url);
  // Whichever comes first: the worker looks for the server and, beside it, spreads the mailing out.
  await until("both are queued, and the fault is reported", async () => {
    const { rows } = await client.query<{ queued: number }>(
      `SELECT (SELECT count(*)::int FROM delivery WHERE mailing_id = $1) AS queued
       FROM worker_heartbeat WHERE mail_fault IS NOT NULL`,
      [race.mailingId],
    );
    return rows[0]?.queued === 2;
  });
  for (const member of race.members)
    expect(await told(member)).toMatchObject({ state: "queued", attempts: 0 });
  const back = await startMailSink({ port: Number(new URL(away.url).port) });
  await until(
    "both are sent",
    async () => (await Promise.all(race.members.map(told))).every(({ state }) => state === "sent"),
    { withinMs: 40_000 },
  );
  await back.stop();
});

test("a server that refuses our credentials pauses the mailing until a person looks", async () => {
  await worker?.stop();
  const strict = await startMailSink({ refuseSignIn: true });
  const race = await mailTo(["patient-three"]);
  worker = await startWorkerProcess(database.appUrl, strict.url.replace("//", "//someone:wrong@"));
  await until("the mailing is paused", async () => {
    const { rows } = await client.query(
      "SELECT 1 FROM mailing WHERE id = $1 AND state = 'paused' AND paused_reason = 'mail.refused'",
      [race.mailingId],
    );
    return rows.length > 0;
  });
  for (const member of race.members)
    expect(await told(member)).toMatchObject({ state: "queued", attempts: 0 });
  await strict.stop();
});
