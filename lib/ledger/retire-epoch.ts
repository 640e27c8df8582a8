import pg from "pg";

/** What becomes of a sealed epoch's entries. `kept`: why they were not deleted. */
export type Retired =
  { readonly deleted: number } | { readonly kept: "notSealed" | "running" | "alreadyRetired" };

/**
 * Deletes the entries of an epoch whose time is over. Only the owner of the tables can: the fence that refuses every
 * deletion is taken down for this transaction and put up again by its end, whatever happens. Checkpoints, the epoch's row
 * with its root, and the next epoch's first entry stay.
 * @param ownerUrl the database, as the role that owns it
 */
export async function retireEpoch(ownerUrl: string, organisationId: string, epoch: number): Promise<Retired> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "resident-panel retire-epoch",
  });
  await client.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<{
      first: string;
      last: string | null;
      retired: boolean;
      running: boolean;
    }>(
      `SELECT e.first_seq::text AS first, e.last_seq::text AS last, e.retired_at IS NOT NULL AS retired,
         h.epoch <= e.epoch AS running
       FROM ledger_epoch e JOIN ledger_head h USING (organisation_id)
       WHERE e.organisation_id = $1 AND e.epoch = $2 FOR UPDATE OF e`,
      [organisationId, epoch],
    );
    const [found] = rows;
    if (found === undefined) return { kept: "notSealed" };
    if (found.running || found.last === null) return { kept: "running" };
    if (found.retired) return { kept: "alreadyRetired" };
    await client.query("ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_append_only");
    const gone = await client.query(
      "DELETE FROM ledger_entry WHERE organisation_id = $1 AND seq BETWEEN $2 AND $3",
      [organisationId, found.first, found.last],
    );
    await client.query("ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_append_only");
    await client.query(
      "UPDATE ledger_epoch SET retired_at = clock_timestamp() WHERE organisation_id = $1 AND epoch = $2",
      [organisationId, epoch],
    );
    await client.query("COMMIT");
    return { deleted: gone.rowCount ?? 0 };
  } finally {
    // Ends the transaction too, where it was not committed.
    await client.end();
  }
}
