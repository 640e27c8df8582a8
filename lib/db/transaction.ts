import type { QueryResultRow } from "pg";
import { database } from "./client";
import { isWriteConflict } from "./constraint-errors";
import type { Prisma } from "./generated/client";
import { borrowing, type Loan } from "./lending-pool";

/** The database inside one transaction. */
export type Tx = Prisma.TransactionClient;

/** SQL that a connection prepares once, under this name. */
export type Statement = { readonly name: string; readonly text: string };

type Transaction = { readonly loan: Loan; readonly atCommit: (Statement & { values: unknown[] })[] };

const tries = 3;
const open = new WeakMap<Tx, Transaction>();

/**
 * Runs `work` in one READ COMMITTED transaction: all of it is kept, or none. Callers order concurrent changes by
 * row locks, so conflicts are rare; a reported write conflict is tried again, three times in all.
 * Never call it inside another transaction: a nested one would be a savepoint and lose work in silence.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const once = async (loan: Loan): Promise<T> =>
    database().$transaction(
      async (tx) => {
        const transaction = { loan, atCommit: [] };
        open.set(tx, transaction);
        const result = await work(tx);
        await commit(transaction);
        return result;
      },
      { maxWait: 5_000, timeout: 20_000 },
    );
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await borrowing(once);
    } catch (fault) {
      if (attempt >= tries || !isWriteConflict(fault)) throw fault;
    }
  }
}

function connectionOf({ loan }: Transaction) {
  if (loan.connection === undefined) throw new Error("This transaction is over");
  return loan.connection;
}

function transactionOf(tx: Tx): Transaction {
  const transaction = open.get(tx);
  if (transaction === undefined) throw new Error("This transaction was not begun by inTransaction");
  return transaction;
}

/**
 * Sends what was left for the commit and the commit itself in one go, so that what the last statements lock is held for
 * no round trip. The transaction that Prisma then commits is the empty one chained to ours.
 */
async function commit(transaction: Transaction): Promise<void> {
  if (transaction.atCommit.length === 0) return;
  const connection = connectionOf(transaction);
  const last = transaction.atCommit.splice(0).map(async (each) => connection.query(each));
  await Promise.all([...last, connection.query("COMMIT AND CHAIN")]);
}

/**
 * Runs a prepared statement inside the transaction, past Prisma, which would take several times as long: for the few
 * statements that every decision needs (docs/decisions/0005-one-statement-ledger.md).
 * @throws Error when the transaction is over: what came too late must not run on its own.
 */
export async function statement<Row extends QueryResultRow>(
  tx: Tx,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const transaction = transactionOf(tx);
  const connection = connectionOf(transaction);
  const before = transaction.atCommit.splice(0).map(async (each) => connection.query(each));
  const [{ rows }] = await Promise.all([
    connection.query<Row>({ name, text, values: [...values] }),
    ...before,
  ]);
  return rows;
}

/**
 * Leaves a statement for the end of the transaction, when the use-case has returned: it runs just before the commit, and
 * a fault in it undoes everything. For what locks something that everybody needs, like the end of the ledger.
 */
export function atCommit(tx: Tx, { name, text }: Statement, values: readonly unknown[]): void {
  transactionOf(tx).atCommit.push({ name, text, values: [...values] });
}
