import { afterAll, beforeAll } from "vitest";
import { disconnect } from "@/lib/db/client";
import { startCluster } from "../support/cluster";
import { cloneDatabase, type TestDatabase } from "../support/database";

type Cluster = Awaited<ReturnType<typeof startCluster>>;

/**
 * A cluster of the file's own, whose server may be killed and whose files may be read, with a database to which
 * `@/lib/db/client` points. There inside tests and hooks.
 */
export function useDurableCluster(): { readonly cluster: Cluster; readonly database: TestDatabase } {
  const held: { cluster?: Cluster; database?: TestDatabase } = {};
  beforeAll(async () => {
    held.cluster = await startCluster({ durable: true });
    held.database = await cloneDatabase(held.cluster.address);
    process.env["DATABASE_URL"] = held.database.appUrl;
  });
  afterAll(async () => {
    await disconnect();
    await held.cluster?.stop();
  });
  const there = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error("The cluster starts before the first test.");
    return part;
  };
  return {
    get cluster() {
      return there(held.cluster);
    },
    get database() {
      return there(held.database);
    },
  };
}
