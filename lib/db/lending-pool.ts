import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** What a pool's borrower needs of a connection. */
type Guest = Pick<pg.PoolClient, "query" | "release" | "on" | "removeListener">;

type Taken = (fault: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void;

// The pool is one a process (lib/db/client.ts), but Next.js loads this module once for pages and once for everything
// else: each must find the other's borrowers, hence globalThis.
const kept = globalThis as unknown as { residentPanelBorrowers?: AsyncLocalStorage<pg.PoolClient> };
const borrowers = (kept.residentPanelBorrowers ??= new AsyncLocalStorage<pg.PoolClient>());

/** Within `work`, whoever takes a connection from a `LendingPool` is given this one, as a guest. */
export function lending<T>(connection: pg.PoolClient, work: () => T): T {
  return borrowers.run(connection, work);
}

const bounds: readonly unknown[] = ["BEGIN", "COMMIT", "ROLLBACK"];

/** A connection whose transaction is somebody else's: a guest may ask anything, but neither begins, ends nor returns it. */
function asGuest(connection: pg.PoolClient): pg.PoolClient {
  const guest: Guest = {
    query: ((query: { text: string }) =>
      bounds.includes(query.text)
        ? Promise.resolve({ rows: [], fields: [], rowCount: 0 })
        : connection.query(query)) as Guest["query"],
    release: () => undefined,
    on: connection.on.bind(connection),
    removeListener: connection.removeListener.bind(connection),
  };
  return guest as pg.PoolClient;
}

/** A pool that gives a borrower the connection that was lent to it, and anybody else one of its own. */
export class LendingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Taken): void;
  override connect(callback?: Taken): Promise<pg.PoolClient> | undefined {
    if (callback !== undefined) {
      super.connect(callback);
      return undefined;
    }
    const lent = borrowers.getStore();
    return lent === undefined ? super.connect() : Promise.resolve(asGuest(lent));
  }
}
