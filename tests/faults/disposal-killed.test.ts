import { expect, test } from "vitest";
import { verifyLedger } from "@/lib/ledger/verify";
import { useClient, useDatabase } from "../support/database";
import { approvedRun, haveLeft, makeDue } from "../support/disposal";
import "../support/environment";
import { useMailSink } from "../support/mail-sink/use-mail-sink";
import { makeResidents } from "../support/resident";
import { until } from "../support/until";
import { startWorkerProcess } from "./worker-process";

const database = useDatabase();
const client = useClient(database);
const sink = useMailSink();
const people = 80;

test("a disposal run whose worker is killed in the middle goes on where it was, and counts everybody once", async () => {
  const emails = Array.from({ length: people }, (_, place) => `person.${place}`);
  const residents = await makeResidents("connect", ["research"], emails);
  const { panel, members } = residents;
  const { organisationId } = panel;
  await haveLeft(residents, members);
  for (const member of members) await makeDue(residents, member, { ruleKey: "panel-details" });
  const runId = await approvedRun(residents);
  const settled = async () => {
    const { rows } = await client.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM disposal_item WHERE run_id = $1 AND outcome IS NOT NULL",
      [runId],
    );
    return rows[0]?.n ?? 0;
  };
  for (const share of [5, 25]) {
    const worker = await startWorkerProcess(database.appUrl, sink.url);
    await until("some are settled", async () => (await settled()) >= share, { withinMs: 60_000, everyMs: 5 });
    await worker.kill();
  }
  expect(await settled()).toBeLessThan(people);
  const last = await startWorkerProcess(database.appUrl, sink.url);
  const issued = await until(
    "the certificate",
    async () => {
      const { rows } = await client.query<{ content: Record<string, unknown> }>(
        "SELECT content FROM disposal_certificate WHERE run_id = $1",
        [runId],
      );
      return rows[0] ?? false;
    },
    { withinMs: 60_000 },
  );
  await last.stop();
  expect(issued.content["people"]).toEqual({ erased: people, inPart: 0, kept: 0, nothing: 0 });
  const { rows } = await client.query<{ entries: number; people: number; left: number }>(
    `SELECT count(*)::int AS entries, count(DISTINCT subject_ref)::int AS people,
       (SELECT count(*)::int FROM member WHERE organisation_id = $1) AS left
     FROM ledger_entry WHERE organisation_id = $1 AND event_type = 'subject.erased'`,
    [organisationId],
  );
  expect(rows[0]).toEqual({ entries: people, people, left: 0 });
  expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "intact" });
});
