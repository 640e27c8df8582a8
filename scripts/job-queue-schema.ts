import type { Client } from "pg";
import { PgBoss } from "pg-boss";
import { BOSS_SCHEMA, QUEUES } from "../lib/worker/queues";

/**
 * Installs or updates pg-boss's own tables and makes our queues, as the owner: web and worker may use them and change
 * nothing of their shape.
 * @param client a connection as the owner
 */
export async function installJobQueue(client: Client, appRole: string): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values as unknown[]) },
    schema: BOSS_SCHEMA,
    supervise: false,
    schedule: false,
  });
  const failures: Error[] = [];
  boss.on("error", (error) => failures.push(error));
  await boss.start();
  const known = new Set((await boss.getQueues()).map((queue) => queue.name));
  // The standard policy: one that keeps wake-ups unique would make concurrent transactions wait for each other.
  for (const name of QUEUES)
    if (!known.has(name)) await boss.createQueue(name, { policy: "standard", retryLimit: 3 });
  await boss.stop({ graceful: false });
  if (failures[0] !== undefined) throw failures[0];
  await client.query(`
    GRANT USAGE ON SCHEMA ${BOSS_SCHEMA} TO ${appRole};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${BOSS_SCHEMA} TO ${appRole};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${BOSS_SCHEMA} TO ${appRole};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${BOSS_SCHEMA} TO ${appRole};
  `);
}
