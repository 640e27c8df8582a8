import { pool } from "@/lib/db/client";
import { log } from "@/lib/log";

const EVERY_MS = 5_000;

/** A beat by the database's clock, which all workers share; rows of workers that died are swept away after a day. */
async function beat(workerId: string, mailFault: string | null): Promise<void> {
  await pool().query(
    `WITH gone AS (DELETE FROM worker_heartbeat WHERE beat_at < now() - interval '1 day')
     INSERT INTO worker_heartbeat (worker_id, started_at, beat_at, mail_fault) VALUES ($1, now(), now(), $2)
     ON CONFLICT (worker_id) DO UPDATE SET beat_at = now(), mail_fault = excluded.mail_fault`,
    [workerId, mailFault],
  );
}

/**
 * Says every five seconds that this worker lives, and what is wrong with the mail server if anything is.
 * A beat that fails is logged and tried again at the next: a database that is away must not end the worker.
 * @param mailFault read at each beat: a code for the last fault of the whole mail server, or null
 * @returns how to stop, which also takes this worker off the list
 */
export async function startHeartbeat(
  workerId: string,
  mailFault: () => string | null,
): Promise<() => Promise<void>> {
  await beat(workerId, mailFault());
  let pending = Promise.resolve();
  const timer = setInterval(() => {
    pending = beat(workerId, mailFault()).catch((fault: unknown) => {
      log.warn("A heartbeat could not be written", { workerId, fault });
    });
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await pending;
    await pool().query("DELETE FROM worker_heartbeat WHERE worker_id = $1", [workerId]);
  };
}
