import pg from "pg";

/**
 * Writes all of the database's files anew. What was deleted stays in them until it is written over, and so do the samples of
 * values that the planner keeps: both are gone afterwards. Each table is locked while its turn lasts.
 * @param ownerUrl the database, as the role that owns it
 */
export async function clearFiles(ownerUrl: string): Promise<void> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "resident-panel clear-files",
  });
  await client.connect();
  try {
    // First new samples, then new files: the samples lie in a table as well.
    await client.query("ANALYZE");
    await client.query("VACUUM (FULL)");
  } finally {
    await client.end();
  }
}
