import { statement, type Tx } from "@/lib/db/transaction";

// Apart from the lock of appends: those go on meanwhile. The commit waits for the disk whatever the server's setting.
const lock = {
  name: "lock-signing",
  text: `SELECT pg_advisory_xact_lock(hashtextextended($1, 14)), set_config('synchronous_commit', 'on', true)`,
};

/** One at a time signs or publishes an organisation's tree, until this transaction ends; the commit is on the disk. */
export async function lockSigning(tx: Tx, organisationId: string): Promise<void> {
  await statement(tx, lock, [organisationId]);
}
