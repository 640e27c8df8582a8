import pg from "pg";
import { afterAll, afterEach, beforeAll } from "vitest";
import { database } from "@/lib/db/client";
import { advisoryLock, type HandOverLock } from "@/lib/messaging/hand-over-lock";
import { startWorker } from "@/lib/worker/worker";
import { useDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";
import { startMailSink, type MailSink } from "../support/mail-sink/mail-sink";
import { until } from "../support/until";

type Parts = { client?: pg.Client; sink?: MailSink; stopWorker?: () => Promise<void> };

function there<T>(part: T | undefined): T {
  if (part === undefined) throw new Error("The file's tests have not begun");
  return part;
}

function sendTo(url: string): void {
  process.env["SMTP_URL"] = url;
}

/** A database and a mail server for the file's tests; the worker that a test starts ends with it. */
export function useMailWorker() {
  const held = useDatabase();
  const parts: Parts = {};
  beforeAll(async () => {
    parts.client = new pg.Client({ connectionString: held.appUrl });
    await parts.client.connect();
    parts.sink = await startMailSink();
    sendTo(parts.sink.url);
  });
  afterEach(async () => {
    await parts.stopWorker?.();
    delete parts.stopWorker;
  });
  afterAll(async () => {
    sendTo(testEnvironment["SMTP_URL"] ?? "");
    await parts.client?.end();
    await parts.sink?.stop();
  });
  const work = async (lock: HandOverLock = advisoryLock): Promise<void> => {
    parts.stopWorker = await startWorker(lock);
  };
  return { held, client: () => there(parts.client), sink: () => there(parts.sink), work };
}

/** Waits until every message of a mailing is settled and its books are closed. */
export const finished = (mailingId: string) =>
  until("the mailing ends", () =>
    database()
      .mailing.findFirst({ where: { id: mailingId, finishedAt: { not: null } } })
      .then((row) => row ?? false),
  );
