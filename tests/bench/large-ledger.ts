import pg from "pg";
import { disconnect } from "@/lib/db/client";
import { startCluster, TEMPLATE } from "../support/cluster";
import "../support/environment";
import { entriesOf, type MadeEntry, type MadeHead, type Of } from "./million-entries";

const columns = [
  ["seq", "bigint"],
  ["bytes", "bytea"],
  ["leaf_hash", "bytea"],
  ["chain_hash", "bytea"],
  ["recorded_at", "timestamptz"],
  ["event_type", "text"],
  ["subject_ref", "uuid"],
  ["purpose_key", "text"],
  ["channel", "channel"],
  ["actor_kind", "actor_kind"],
  ["actor_ref", "text"],
] as const;

const insert = `INSERT INTO ledger_entry (organisation_id, panel_id, effective_at, ${columns.map(([name]) => name).join()})
  SELECT $1, $2, recorded_at, made.* FROM unnest(${columns.map(([, type], place) => `$${place + 3}::${type}[]`).join()})
    AS made (${columns.map(([name]) => name).join()})`;

function valuesOf({ seq, bytes, leaf, chain, at, ...entry }: MadeEntry): readonly unknown[] {
  const { eventType, subject, purpose, channel, actorKind, actorRef } = entry;
  return [seq, bytes, leaf, chain, at, eventType, subject, purpose, channel, actorKind, actorRef];
}

/** Writes the entries some thousands a statement; what stands after the last. */
async function writeEntries(owner: pg.Client, of: Of, count: number): Promise<MadeHead> {
  const made = entriesOf(of, count);
  let lists: unknown[][] = columns.map(() => []);
  const write = async () => {
    await owner.query(insert, [of.organisationId, of.panelId, ...lists]);
    lists = columns.map(() => []);
  };
  for (let next = made.next(); ; next = made.next()) {
    if (next.done === true) {
      await write();
      return next.value;
    }
    for (const [place, value] of valuesOf(next.value).entries()) lists[place]?.push(value);
    if (next.value.seq % 4_000 === 0) await write();
  }
}

/** Loads a ledger of so many entries that hold together, with its head. The indexes are made again after the load. */
export async function loadLedger(owner: pg.Client, of: Of, count: number): Promise<void> {
  await owner.query("SET synchronous_commit = off; SET maintenance_work_mem = '256MB'");
  const { rows: indexes } = await owner.query<{ name: string; made: string }>(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes
     WHERE tablename = 'ledger_entry' AND indexname <> 'ledger_entry_pkey'`,
  );
  for (const { name } of indexes) await owner.query(`DROP INDEX ${name}`);
  const { chain, frontier } = await writeEntries(owner, of, count);
  for (const { made } of indexes) await owner.query(made);
  await owner.query(
    `INSERT INTO ledger_head (organisation_id, seq, chain_hash, frontier, recorded_at)
     SELECT $1, $2, $3, $4, recorded_at FROM ledger_entry WHERE organisation_id = $1 AND seq = $2`,
    [of.organisationId, count, chain, frontier],
  );
  await owner.query("VACUUM (ANALYZE) ledger_entry");
}

/** A cluster of its own with the ledger of one panel. */
export type LargeLedger = Of & { readonly owner: pg.Client; readonly stop: () => Promise<void> };

/** Starts it and loads so many entries. */
export async function largeLedger(count: number): Promise<LargeLedger> {
  const of = {
    organisationId: "0192b6ac-5400-7b58-b93c-5e752fa3db84",
    panelId: "0192b6ac-5400-789e-9dc5-16822bfda897",
  };
  const { address, stop } = await startCluster({ durable: true });
  const inTemplate = (url: string): string => Object.assign(new URL(url), { pathname: `/${TEMPLATE}` }).href;
  process.env["DATABASE_URL"] = inTemplate(address.appUrl);
  const owner = new pg.Client({ connectionString: inTemplate(address.ownerUrl) });
  await owner.connect();
  await loadLedger(owner, of, count);
  return {
    ...{ ...of, owner },
    stop: async () => {
      await owner.end();
      await disconnect();
      await stop();
    },
  };
}
