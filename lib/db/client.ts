import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";
import { LendingPool } from "./lending-pool";

// One pool and one client a process. In development Next loads this module more than once, hence globalThis.
type Connections = { pool: pg.Pool; prisma: PrismaClient };
const kept = globalThis as unknown as { residentPanelConnections?: Connections };

function address(): string {
  const connectionString = process.env["DATABASE_URL"];
  if (connectionString === undefined) throw new Error("DATABASE_URL is not set");
  return connectionString;
}

function connect(): Connections {
  const pool = new LendingPool({
    connectionString: address(),
    max: Number(process.env["DATABASE_POOL"] ?? 10),
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    pipeline: true,
  });
  // A lost idle connection must not end the process; the next query reports the fault where it matters.
  pool.on("error", () => undefined);
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function connections(): Connections {
  kept.residentPanelConnections ??= connect();
  return kept.residentPanelConnections;
}

/** The Prisma client, for queries. Writes go through `inTransaction`. */
export function database(): PrismaClient {
  return connections().prisma;
}

/** The same pool underneath, for SQL that Prisma's interactive transactions do not fit. */
export function pool(): pg.Pool {
  return connections().pool;
}

/** One statement on a connection of its own, for what is asked rarely while a connection of the pool is held. */
export async function queryApart(text: string, values: unknown[]): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: address(), connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** Closes the connections; for scripts and tests. */
export async function disconnect(): Promise<void> {
  const open = kept.residentPanelConnections;
  if (open === undefined) return;
  delete kept.residentPanelConnections;
  await open.prisma.$disconnect();
  if (!open.pool.ended) await open.pool.end();
}
