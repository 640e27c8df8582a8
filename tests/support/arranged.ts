import { inTransaction, type Tx } from "@/lib/db/transaction";

/**
 * Writes evidence that no use-case wrote, so that a test may begin there. The database refuses evidence without an entry in
 * the ledger (migration 18) unless its transaction says that it arranges.
 */
export async function arranged<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select set_config('panel.arranging', 'on', true)`;
    return work(tx);
  });
}
