import type { PoolClient } from "pg";

// Lines of entries.ndjson (docs/ledger-export.md): the bytes as they are kept, their hashes, and the columns beside them.

type Columns = {
  readonly recordedAt: string;
  readonly effectiveAt: string;
  readonly eventType: string;
  readonly panel: string | null;
  readonly subject: string | null;
  readonly purpose: string | null;
  readonly channel: string | null;
  readonly actorKind: string;
  readonly actorRef: string;
};

/** An entry as it is exported; `columns` in the order they are written. */
export type ExportedEntry = {
  readonly seq: string;
  readonly bytes: string;
  readonly leaf: string;
  readonly chain: string;
  readonly columns: Columns;
};

const iso = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `seq::text AS number, translate(encode(bytes, 'base64'), E'\\n', ''), encode(leaf_hash, 'hex'), encode(chain_hash, 'hex'),
  ${iso("recorded_at")}, ${iso("effective_at")}, event_type, panel_id::text, subject_ref::text, purpose_key, channel::text,
  actor_kind::text, actor_ref`;

type Row = [
  ...[seq: string, bytes: string, leaf: string, chain: string, recordedAt: string, effectiveAt: string],
  ...[eventType: string, panel: string | null, subject: string | null, purpose: string | null],
  ...[channel: string | null, actorKind: string, actorRef: string],
];

function exported(row: Row): ExportedEntry {
  const [seq, bytes, leaf, chain, recordedAt, effectiveAt, eventType] = row;
  const [panel, subject, purpose, channel, actorKind, actorRef] = row.slice(7) as [...Tail];
  return {
    ...{ seq, bytes, leaf, chain },
    columns: {
      ...{ recordedAt, effectiveAt, eventType, panel, subject, purpose, channel, actorKind, actorRef },
    },
  };
}

type Tail = [string | null, string | null, string | null, string | null, string, string];

const batchSize = 2_000;

/** The entries from `firstSeq` on in order, within the caller's snapshot; some thousand are held at a time. */
export async function* entriesFrom(
  client: PoolClient,
  organisationId: string,
  firstSeq: bigint,
): AsyncGenerator<ExportedEntry> {
  const text = `SELECT ${columns} FROM ledger_entry
    WHERE organisation_id = $1 AND seq > $2::bigint ORDER BY seq LIMIT $3::int`;
  for (let after = String(firstSeq - 1n); ;) {
    const query = { name: "ledger-export-batch", text, rowMode: "array" as const };
    const { rows } = await client.query<Row>({ ...query, values: [organisationId, after, batchSize] });
    for (const row of rows) yield exported(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last[0];
  }
}

/** The entries with these numbers, in order, those that are there. */
export async function entriesWith(
  client: PoolClient,
  organisationId: string,
  seqs: readonly bigint[],
): Promise<readonly ExportedEntry[]> {
  const { rows } = await client.query<Row>({
    text: `SELECT ${columns} FROM ledger_entry WHERE organisation_id = $1 AND seq = ANY($2::bigint[]) ORDER BY seq`,
    values: [organisationId, seqs.map(String)],
    rowMode: "array",
  });
  return rows.map(exported);
}
