import { database } from "./client";
import { isWriteConflict } from "./constraint-errors";
import type { Prisma } from "./generated/client";

/** The database inside one transaction. */
export type Tx = Prisma.TransactionClient;

const tries = 3;

/**
 * Runs `work` in one READ COMMITTED transaction: all of it is kept, or none. Callers order concurrent changes by
 * row locks, so conflicts are rare; a reported write conflict is tried again, three times in all.
 * Never call it inside another transaction: a nested one would be a savepoint and lose work in silence.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database().$transaction(work, { maxWait: 5_000, timeout: 20_000 });
    } catch (fault) {
      if (attempt >= tries || !isWriteConflict(fault)) throw fault;
    }
  }
}
