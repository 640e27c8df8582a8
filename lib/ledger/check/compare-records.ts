import type { PoolClient } from "pg";
import { keptEpochs, readEpochs } from "../verify/stored";

// Decisions stand twice: as entries, and as records that the pages and the gate read. Here each entry is compared with its
// record, and the records are counted, so that one that was changed, added or lost is found.

/** Decisions in the entries, and of them or of the records those that do not have their like. */
export type RecordsCompared = { readonly decisions: number; readonly differing: number };

const size = 20_000;

// A record is gone with its person when they were erased; the entry stays, and says so later on.
const part = `
  SELECT count(*)::int AS decisions, count(*) FILTER (WHERE r.id IS NOT NULL)::int AS found,
    count(*) FILTER (WHERE CASE WHEN r.id IS NULL THEN NOT EXISTS (
        SELECT FROM ledger_entry g WHERE g.organisation_id = $1 AND g.subject_ref = e.subject_ref
          AND g.event_type = 'subject.erased')
      ELSE r.decision::text <> e.decision OR r.purpose_key <> e.purpose_key OR r.channel IS DISTINCT FROM e.channel
        OR r.effective_at <> e.effective_at OR m.subject_ref <> e.subject_ref END)::int AS differing
  FROM (SELECT subject_ref, purpose_key, channel, effective_at, split_part(event_type, '.', 2) AS decision,
      (convert_from(bytes, 'UTF8')::jsonb #>> '{data,consentRecordId}')::uuid AS record_id
    FROM ledger_entry WHERE organisation_id = $1 AND seq > $2 AND seq <= $3 AND event_type LIKE 'consent.%') AS e
  LEFT JOIN consent_record r ON r.organisation_id = $1 AND r.id = e.record_id
  LEFT JOIN member m ON m.organisation_id = $1 AND m.id = r.member_id`;

type Part = { readonly decisions: number; readonly found: number; readonly differing: number };

async function one<Row extends object>(
  client: PoolClient,
  text: string,
  values: readonly unknown[],
): Promise<Row> {
  const { rows } = await client.query<Row>({ text, values: [...values] });
  if (rows[0] === undefined) throw new Error("A count has one row");
  return rows[0];
}

/**
 * Compares the decisions of the entries up to a number with the records, within the caller's snapshot. Epochs that are left
 * out are not read: what is in them is gone, or known to be wrong.
 */
export async function compareRecords(
  client: PoolClient,
  organisationId: string,
  headSeq: bigint,
): Promise<RecordsCompared> {
  const epochs = await readEpochs(client, organisationId);
  const kept = keptEpochs(epochs);
  let [decisions, found, differing] = [0, 0, 0];
  for (let after = (kept[0]?.firstSeq ?? 1n) - 1n; after < headSeq; after += BigInt(size)) {
    const values = [organisationId, String(after), String(after + BigInt(size))];
    const counted = await one<Part>(client, part, values);
    decisions += counted.decisions;
    found += counted.found;
    differing += counted.differing;
  }
  // Records outlive the entries of an epoch that is left out: then their number says nothing.
  if (kept.length < epochs.length) return { decisions, differing };
  const all = "SELECT count(*)::int AS records FROM consent_record WHERE organisation_id = $1";
  const { records } = await one<{ records: number }>(client, all, [organisationId]);
  return { decisions, differing: differing + Math.abs(records - found) };
}
