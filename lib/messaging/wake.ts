import { fromPrisma, PgBoss } from "pg-boss";
import { queryApart } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { BOSS_SCHEMA, type QueueName } from "@/lib/worker/queues";

let boss: PgBoss | undefined;

/**
 * A sender that is never started: it only writes jobs, on the connection it is given. The first time it also looks its
 * queue up, while its caller holds a connection of the pool: apart from the pool, or callers could wait for each other.
 */
function sender(): PgBoss {
  boss ??= new PgBoss({
    db: { executeSql: (text, values) => queryApart(text, values as unknown[]) },
    schema: BOSS_SCHEMA,
    supervise: false,
    schedule: false,
  });
  return boss;
}

/**
 * Wakes the workers of a queue once this transaction commits; a rollback wakes no one. The job says nothing but "look":
 * our tables say what is to be done, and workers also look by themselves every few seconds, so a lost job loses nothing.
 */
export async function wake(ctx: { readonly tx: Tx }, queue: QueueName): Promise<void> {
  await sender().send(queue, null, { db: fromPrisma(ctx.tx), deleteAfterSeconds: 60, retentionSeconds: 600 });
}
