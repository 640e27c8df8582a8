import { afterAll, afterEach, beforeAll } from "vitest";
import { database } from "@/lib/db/client";
import { advisoryLock, type HandOverLock } from "@/lib/messaging/hand-over-lock";
import { startWorker } from "@/lib/worker/worker";
import { useClient, useDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";
import { useMailSink } from "../support/mail-sink/use-mail-sink";
import { until } from "../support/until";

function sendTo(url: string): void {
  process.env["SMTP_URL"] = url;
}

/** A database and a mail server for the file's tests; the worker that a test starts ends with it. */
export function useMailWorker() {
  const held = useDatabase();
  const client = useClient(held);
  const sink = useMailSink();
  const worker: { stop?: () => Promise<void> } = {};
  beforeAll(() => sendTo(sink.url));
  afterEach(async () => {
    await worker.stop?.();
    delete worker.stop;
  });
  afterAll(() => sendTo(testEnvironment["SMTP_URL"] ?? ""));
  const work = async (lock: HandOverLock = advisoryLock): Promise<void> => {
    worker.stop = await startWorker(lock);
  };
  return { held, client, sink, work };
}

/** Waits until every message of a mailing is settled and its books are closed. */
export const finished = (mailingId: string) =>
  until("the mailing ends", () =>
    database()
      .mailing.findFirst({ where: { id: mailingId, finishedAt: { not: null } } })
      .then((row) => row ?? false),
  );
