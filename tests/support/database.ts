import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { disconnect } from "@/lib/db/client";
import { TEMPLATE, type ClusterAddress } from "./cluster";

/** One test file's own database, as each role. */
export type TestDatabase = { name: string; appUrl: string; ownerUrl: string; superuserUrl: string };

/** A server’s address, for one of its databases. */
export function urlFor(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function asSuperuser(cluster: ClusterAddress, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: cluster.superuserUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The name and addresses of a database that is still to be made. */
function databaseOf(cluster: ClusterAddress): TestDatabase {
  const name = `test_${randomBytes(6).toString("hex")}`;
  return {
    name,
    appUrl: urlFor(cluster.appUrl, name),
    ownerUrl: urlFor(cluster.ownerUrl, name),
    superuserUrl: urlFor(cluster.superuserUrl, name),
  };
}

async function copyTemplate(cluster: ClusterAddress, { name }: TestDatabase): Promise<void> {
  await asSuperuser(
    cluster,
    `CREATE DATABASE ${name} OWNER panel_owner TEMPLATE ${escapeIdentifier(TEMPLATE)} STRATEGY FILE_COPY`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO panel_app`,
  );
}

/** Copies the migrated template. The copy is empty: a test that wants facts writes them through use-cases. */
export async function cloneDatabase(cluster: ClusterAddress = inject("cluster")): Promise<TestDatabase> {
  const database = databaseOf(cluster);
  await copyTemplate(cluster, database);
  return database;
}

export async function dropDatabase(name: string, cluster: ClusterAddress = inject("cluster")): Promise<void> {
  await asSuperuser(cluster, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
}

/**
 * Gives a test file its own database, and points `@/lib/db/client` at it as the application's role.
 * Call it once at the top of the file; the database is there inside tests and hooks.
 */
export function useDatabase(): TestDatabase {
  const cluster = inject("cluster");
  const held = databaseOf(cluster);
  beforeAll(async () => {
    await copyTemplate(cluster, held);
    process.env["DATABASE_URL"] = held.appUrl;
  });
  afterAll(async () => {
    await disconnect();
    await dropDatabase(held.name);
  });
  return held;
}

/** A connection to a test file's database as the application's role, open inside tests and hooks. */
export function useClient({ appUrl }: TestDatabase): Client {
  const client = new Client({ connectionString: appUrl });
  beforeAll(async () => client.connect());
  afterAll(() => client.end());
  return client;
}

/** Runs SQL on a test's database as one of its roles; for arranging what no use-case can, and for looking. */
export async function sql<Row extends Record<string, unknown>>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(text, values);
    return rows;
  } finally {
    await client.end();
  }
}
