import { DatabaseError } from "pg";
import type pg from "pg";
import type { QueryResultRow } from "pg";
import { pool } from "./client";
import { isWriteConflict } from "./constraint-errors";
import type { Prisma } from "./generated/client";
import { joinPrisma, whenNeeded, type GuestPrisma } from "./guest-prisma";

/** The database inside one transaction. */
export type Tx = Prisma.TransactionClient;

/** SQL that a connection prepares once, under this name. */
export type Statement = { readonly name: string; readonly text: string };

type Values = readonly unknown[];

/** A statement that may be left several times for one commit. `merged`: the values of two as those of one, or null. */
export type Mergeable<V extends Values> = Statement & { readonly merged?: (one: V, other: V) => V | null };

type Transaction = {
  /** Absent once it is over. */
  connection: pg.PoolClient | undefined;
  begun: Promise<unknown> | undefined;
  prisma: Promise<GuestPrisma> | undefined;
  /** Whether its commit itself does not wait for the disk, because others wait for what it locks. */
  sought: boolean;
  readonly atCommit: (Statement & { values: Values })[];
  readonly afterCommit: (() => Promise<void>)[];
};

const tries = 3;
const open = new WeakMap<Tx, () => Transaction>();
/** Faults after which nobody knows whether their transaction was kept. */
const unsure = new WeakSet();

/**
 * Runs `work` in one READ COMMITTED transaction: all of it is kept, or none. Callers order concurrent changes by
 * row locks, so conflicts are rare; a reported write conflict is tried again, three times in all.
 * Never call it inside another transaction: the two would know nothing of each other.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let kept: () => Promise<T>;
    try {
      kept = await once(work);
    } catch (fault) {
      if (attempt >= tries || !isWriteConflict(fault)) throw fault;
      continue;
    }
    return kept();
  }
}

/** Runs it once. @returns what is left to wait for when the transaction has been kept. */
async function once<T>(work: (tx: Tx) => Promise<T>): Promise<() => Promise<T>> {
  const connection = await pool().connect();
  connection.on("error", notedElsewhere);
  const transaction: Transaction = {
    connection,
    begun: undefined,
    prisma: undefined,
    sought: false,
    atCommit: [],
    afterCommit: [],
  };
  const tx = whenNeeded(async () => (await prismaOf(transaction)).client);
  open.set(tx, () => transaction);
  let unfit: Error | undefined;
  try {
    const result = await work(tx);
    await (await transaction.prisma)?.leave();
    await commit(transaction, connection);
    // Who waits for what follows the commit does not keep the connection from others.
    return async () => {
      await Promise.all(transaction.afterCommit.map(async (follow) => follow())).catch(raiseUnsure);
      return result;
    };
  } catch (fault) {
    unfit = await rollback(transaction, connection);
    throw fault;
  } finally {
    transaction.connection = undefined;
    connection.removeListener("error", notedElsewhere);
    connection.release(unfit);
  }
}

/** A connection that is lost rejects what was asked of it; the event besides must not end the process. */
const notedElsewhere = (): void => undefined;

function connectionOf({ connection }: Transaction): pg.PoolClient {
  if (connection === undefined) throw new Error("This transaction is over");
  return connection;
}

/** Sends what `ask` asks for in one packet: sending costs both sides more than most of what is asked. */
function together<T>(connection: pg.PoolClient, ask: () => T): T {
  const { stream } = connection.connection;
  stream.cork();
  try {
    return ask();
  } finally {
    stream.uncork();
  }
}

/** Sends BEGIN with whatever comes first, in one packet: what fails there fails here. */
async function begin(transaction: Transaction): Promise<void> {
  transaction.begun ??= connectionOf(transaction).query("BEGIN");
  await transaction.begun;
}

function transactionOf(tx: Tx): Transaction {
  const transaction = open.get(tx);
  if (transaction === undefined) throw new Error("This transaction was not begun by inTransaction");
  return transaction();
}

/**
 * A part of a transaction that several callers share: the same transaction, which also says whether anything was asked
 * through this part of it.
 */
export function partOf(whole: Tx): { readonly tx: Tx; readonly wasUsed: () => boolean } {
  const transaction = transactionOf(whole);
  let used = false;
  const use = (): Transaction => {
    used = true;
    return transaction;
  };
  const tx = whenNeeded(async () => (await prismaOf(use())).client);
  open.set(tx, use);
  return { tx, wasUsed: () => used };
}

/** Whether a transaction that ended with this fault may have been kept all the same: its commit was sent, and no answer came. */
export function mayBeKept(fault: unknown): boolean {
  return fault instanceof Error && unsure.has(fault);
}

function prismaOf(transaction: Transaction): Promise<GuestPrisma> {
  const connection = connectionOf(transaction);
  transaction.prisma ??= begin(transaction).then(async () => joinPrisma(connection));
  return transaction.prisma;
}

function sendLeft(transaction: Transaction, connection: pg.PoolClient): readonly Promise<unknown>[] {
  const left = transaction.atCommit.splice(0);
  return left.map(async ({ name, text, values }) => connection.query({ name, text, values: [...values] }));
}

function raiseUnsure(fault: unknown): never {
  if (fault instanceof Error) unsure.add(fault);
  throw fault;
}

/**
 * A commit of its own that waits, which the one before it did not: once it has returned, all that was committed before is
 * on disk too, for the log is written in order. PostgreSQL flushes for many such waiters together, which it cannot do for
 * commits that wait for each other's locks.
 */
const onDisk = "SELECT pg_logical_emit_message(true, 'panel', '')";

/**
 * Sends what was left for the commit and the commit itself in one go, so that what the last statements lock is held for
 * no round trip. A COMMIT after a statement that failed is PostgreSQL's ROLLBACK.
 */
async function commit(transaction: Transaction, connection: pg.PoolClient): Promise<void> {
  if (transaction.begun === undefined && transaction.atCommit.length === 0) return;
  const end = transaction.sought ? `COMMIT; ${onDisk}` : "COMMIT";
  const sent = together(connection, () => [
    begin(transaction),
    ...sendLeft(transaction, connection),
    connection.query(end).catch(raiseUnsure),
  ]);
  // The server refused a statement before the commit: then the commit was none. Anything else may have been kept.
  await Promise.all(sent).catch((fault: unknown) => {
    if (fault instanceof DatabaseError) throw fault;
    raiseUnsure(fault);
  });
}

/** Undoes everything. @returns why the connection cannot be used again, when it cannot. */
async function rollback(transaction: Transaction, connection: pg.PoolClient): Promise<Error | undefined> {
  try {
    const guest = await transaction.prisma?.catch(() => undefined);
    await guest?.leave().catch(() => undefined);
    if (transaction.begun !== undefined) await connection.query("ROLLBACK");
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault : new Error("The connection is lost");
  }
}

/**
 * Runs a prepared statement inside the transaction, past Prisma, which would take several times as long: for the
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
  const [own, ...before] = together(connection, () => {
    const earlier = [begin(transaction), ...sendLeft(transaction, connection)];
    return [connection.query<Row>({ name, text, values: [...values] }), ...earlier] as const;
  });
  const [{ rows }] = await Promise.all([own, ...before]);
  return rows;
}

/**
 * Runs a prepared statement that is all of its transaction. PostgreSQL begins and commits for it: one round trip, where BEGIN
 * and COMMIT would make it two. Whoever finds that it changed nothing may ask more afterwards.
 * @throws Error when something came before it in the transaction, which would not be undone with it.
 */
export async function soleStatement<Row extends QueryResultRow>(
  tx: Tx,
  { name, text }: Statement,
  values: Values,
): Promise<readonly Row[]> {
  const transaction = transactionOf(tx);
  const connection = connectionOf(transaction);
  if (transaction.begun !== undefined || transaction.atCommit.length > 0)
    throw new Error("This statement is not the only one of its transaction");
  const { rows } = await connection
    .query<Row>({ name, text, values: [...values] })
    .catch((fault: unknown) => (fault instanceof DatabaseError ? Promise.reject(fault) : raiseUnsure(fault)));
  return rows;
}

/** Runs a prepared statement that only reads, inside the transaction if there is one. */
export async function reading<Row extends QueryResultRow>(
  tx: Tx | undefined,
  query: Statement,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  if (tx !== undefined && open.has(tx)) return statement(tx, query, values);
  return (await pool().query<Row>({ ...query, values: [...values] })).rows;
}

/**
 * Leaves a statement for the end of the transaction, when the use-case has returned: it runs just before the commit, and
 * a fault in it undoes everything. For what locks something that everybody needs, like the end of the ledger. What
 * several callers of one transaction leave goes out as one where it can be merged.
 */
export function atCommit<V extends Values>(tx: Tx, { merged, name, text }: Mergeable<V>, values: V): void {
  const left = transactionOf(tx).atCommit;
  const last = left.at(-1);
  // Under one name there is one statement, and so one shape of values.
  const both = last?.name === name ? merged?.(last.values as V, values) : undefined;
  left.splice(both ? -1 : left.length, 1, { name, text, values: both ?? values });
}

/**
 * Leaves something to do once the transaction is kept and before its caller is told so, such as writing it down outside
 * the database. A fault in it is the caller's: the change is kept, and nobody has promised it (`mayBeKept`).
 */
export function afterCommit(tx: Tx, follow: () => Promise<void>): void {
  transactionOf(tx).afterCommit.push(follow);
}

/**
 * Says that a statement of this transaction has turned off its commit's waiting for the disk, for it locks what many others
 * wait for. The transaction waits after its commit instead: it is acknowledged no earlier than any other
 * (docs/decisions/0005-one-statement-ledger.md, 9).
 */
export function othersWait(tx: Tx): void {
  transactionOf(tx).sought = true;
}
