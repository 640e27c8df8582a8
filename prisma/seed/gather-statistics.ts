import { Client } from "pg";

/**
 * Has the database count what was loaded. Without it the planner takes full tables for empty ones until autovacuum comes
 * by, and plans that are made once and kept (SQL functions with a generic plan) stay wrong for longer.
 * @param ownerUrl the database as the role that owns it: the application's role may not ANALYZE, because the privilege for
 *   that (MAINTAIN) also lets it lock tables against everyone
 */
export async function gatherStatistics(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}
