import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** The connection a transaction was given, as long as it has it. */
export type Loan = { connection?: pg.PoolClient | undefined };

type Taken = (fault: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void;

// The pool is one a process (lib/db/client.ts), but Next.js loads this module once for pages and once for everything
// else: each must find the other's borrowers, hence globalThis.
const kept = globalThis as unknown as { residentPanelBorrowers?: AsyncLocalStorage<Loan> };
const borrowers = (kept.residentPanelBorrowers ??= new AsyncLocalStorage<Loan>());

/**
 * Runs `work` with a loan, which holds the first connection that `work` takes from a `LendingPool`, until it is given
 * back. Prisma takes one for its transaction and keeps it to itself; this is how we can speak SQL on it.
 */
export async function borrowing<T>(work: (loan: Loan) => Promise<T>): Promise<T> {
  const loan: Loan = {};
  return borrowers.run(loan, async () => work(loan));
}

/** A pool that notes on the borrower's loan which connection it gave. */
export class LendingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Taken): void;
  override connect(callback?: Taken): Promise<pg.PoolClient> | undefined {
    if (callback === undefined) return this.#lend(borrowers.getStore());
    super.connect(callback);
    return undefined;
  }

  async #lend(loan: Loan | undefined): Promise<pg.PoolClient> {
    const connection = await super.connect();
    if (loan === undefined || "connection" in loan) return connection;
    const release = connection.release.bind(connection);
    loan.connection = connection;
    connection.release = (fault) => {
      loan.connection = undefined;
      release(fault);
    };
    return connection;
  }
}
