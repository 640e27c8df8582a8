import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { advisoryLock } from "@/lib/messaging/hand-over-lock";
import { expandMailing } from "@/lib/usecases/mailing/expand-mailing";
import { runUseCase } from "@/lib/usecases/run";
import { startWorker } from "@/lib/worker/worker";
import { approveToEveryone } from "../support/activity";
import { sql, useDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";
import { startMailSink, type MailSink } from "../support/mail-sink/mail-sink";
import { makeMembers, makePanel, presetDocument } from "../support/panel";
import { until } from "../support/until";

const held = useDatabase();
let client: pg.Client;
let sink: MailSink;
let stopWorker: (() => Promise<void>) | undefined;

beforeAll(async () => {
  client = new pg.Client({ connectionString: held.appUrl });
  await client.connect();
  sink = await startMailSink();
  process.env["SMTP_URL"] = sink.url;
});
afterEach(async () => {
  await stopWorker?.();
  stopWorker = undefined;
});
afterAll(async () => {
  process.env["SMTP_URL"] = testEnvironment["SMTP_URL"];
  await client.end();
  await sink.stop();
});

test("the last look before sending reads what was answered about the words: promotion in research goes to nobody", async () => {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  await makeMembers(client, panel, { emails: ["words-1", "words-2"], purposes: ["research"] });
  const mailingId = await approveToEveryone(client, panel);
  await runUseCase(expandMailing, { kind: "system", name: "test" }, { size: 100 });
  expect(await database().delivery.count({ where: { mailingId, state: "queued" } })).toBe(2);
  // The application cannot do this; who owns the database can, and even then nothing goes.
  await sql(held.ownerUrl, "ALTER TABLE mailing DISABLE TRIGGER mailing_review_stays");
  await sql(held.ownerUrl, "UPDATE mailing SET incentive = 'own_goods' WHERE id = $1", [mailingId]);
  stopWorker = await startWorker(advisoryLock);
  await until("the mailing ends", () =>
    database()
      .mailing.findFirst({ where: { id: mailingId, finishedAt: { not: null } } })
      .then((row) => row ?? false),
  );
  const states = await database().delivery.groupBy({ by: ["state"], where: { mailingId }, _count: true });
  expect(states).toEqual([{ state: "suppressed", _count: 2 }]);
  const refused = { mailingId, phase: "handOver", code: "message.promotional" } as const;
  expect(await database().gateDecision.count({ where: refused })).toBe(2);
  expect(sink.lines().filter(({ what }) => what === "taken")).toEqual([]);
});
