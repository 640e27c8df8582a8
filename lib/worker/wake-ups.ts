import { PgBoss } from "pg-boss";
import { pool } from "@/lib/db/client";
import { log } from "@/lib/log";
import { BOSS_SCHEMA, QUEUES, type QueueName } from "./queues";

/**
 * Listens to the queues and passes each wake-up on. Jobs carry nothing and are done as soon as they are heard: what is to
 * be done stands in our tables. When pg-boss cannot start, the loops' own rounds do its work.
 * @returns how to stop listening
 */
export async function listenForWakeUps(heard: (queue: QueueName) => void): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool().query(text, values as unknown[]) },
    schema: BOSS_SCHEMA,
    migrate: false,
    createSchema: false,
    schedule: false,
    // Rebuilding indexes is the owner's business; our role may only use them.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", (fault) => log.warn("The job queue met a fault", { fault }));
  await boss.start();
  for (const queue of QUEUES) {
    await boss.work(queue, { batchSize: 100, pollingIntervalSeconds: 0.5 }, async () => heard(queue));
  }
  return () => boss.stop({ graceful: false });
}
