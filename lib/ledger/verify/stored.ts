import type { PoolClient } from "pg";

// What the database holds, as text, exactly as PostgreSQL writes it: nothing is interpreted on the way in.

/** The head row: hashes as hex, frontier largest first. */
export type StoredHead = {
  readonly epoch: string;
  readonly seq: bigint;
  readonly chainHash: string;
  readonly frontier: readonly string[];
  readonly recordedAt: string;
};

/**
 * One row: seq, bytes (escape format), leaf and chain (hex after a leading \x), then the projected columns in the order
 * below.
 */
export type StoredEntry = readonly [
  seq: string,
  bytes: string,
  leafHash: string,
  chainHash: string,
  ...projection: (string | null)[],
];

/** The projected columns as they follow in a `StoredEntry`, by their name in the bytes. */
export const projected = [
  "recordedAt",
  "effectiveAt",
  "eventType",
  "panel",
  "subject",
  "purpose",
  "channel",
  "actorKind",
  "actorRef",
] as const;

const asText = { getTypeParser: () => (value: string) => value };

/** One epoch: its number, its first and last seq, its root (hex), and whether its entries are left out. */
export type StoredEpoch = {
  readonly epoch: string;
  readonly firstSeq: bigint;
  readonly lastSeq: bigint | null;
  readonly finalRoot: string | null;
  /** Deleted because their time was over, or known to be damaged: the next epoch's first entry says so. */
  readonly leftOut: boolean;
};

/** The epochs in their order; an organisation without any has epoch 1 from seq 1. */
export async function readEpochs(
  client: PoolClient,
  organisationId: string,
): Promise<readonly StoredEpoch[]> {
  const found = await client.query<[string, string, string | null, string | null, boolean]>({
    text: `SELECT epoch::text, first_seq::text, last_seq::text, encode(final_root, 'hex'), 
        retired_at IS NOT NULL OR coalesce(reason = 'damaged', false)
      FROM ledger_epoch e WHERE e.organisation_id = $1 ORDER BY e.epoch`,
    values: [organisationId],
    rowMode: "array",
  });
  if (found.rows.length === 0)
    return [{ epoch: "1", firstSeq: 1n, lastSeq: null, finalRoot: null, leftOut: false }];
  return found.rows.map(([epoch, firstSeq, lastSeq, finalRoot, leftOut]) => ({
    epoch,
    firstSeq: BigInt(firstSeq),
    lastSeq: lastSeq === null ? null : BigInt(lastSeq),
    finalRoot,
    leftOut,
  }));
}

/** The epochs that are read: those after the last whose entries are left out. */
export function keptEpochs(epochs: readonly StoredEpoch[]): readonly StoredEpoch[] {
  return epochs.slice(epochs.findLastIndex(({ leftOut }) => leftOut) + 1);
}

/** The head of the chain, or undefined when the organisation has none. */
export async function readHead(client: PoolClient, organisationId: string): Promise<StoredHead | undefined> {
  const found = await client.query<[string, string, string, string[], string]>({
    text: `SELECT epoch::text, seq::text, encode(chain_hash, 'hex'),
        ARRAY(SELECT encode(root, 'hex') FROM unnest(frontier) WITH ORDINALITY AS f(root, place) ORDER BY place),
        recorded_at::text
      FROM ledger_head WHERE organisation_id = $1`,
    values: [organisationId],
    rowMode: "array",
  });
  const row = found.rows[0];
  if (row === undefined) return undefined;
  const [epoch, seq, chainHash, frontier, recordedAt] = row;
  return { epoch, seq: BigInt(seq), chainHash, frontier, recordedAt };
}

async function readBatch(
  client: PoolClient,
  organisationId: string,
  after: string,
  size: number,
): Promise<readonly StoredEntry[]> {
  const found = await client.query<[...StoredEntry]>({
    name: "ledger-verify-batch",
    text: `SELECT seq, encode(bytes, 'escape'), leaf_hash, chain_hash, recorded_at, effective_at, event_type, panel_id, subject_ref,
        purpose_key, channel, actor_kind, actor_ref
      FROM ledger_entry WHERE organisation_id = $1 AND seq > $2::bigint ORDER BY seq LIMIT $3::int`,
    values: [organisationId, after, size],
    rowMode: "array",
    types: asText,
  });
  return found.rows;
}

/** Every entry from `firstSeq` in order of seq, in batches; the next batch is on its way while the caller works on this one. */
export async function* readEntries(
  client: PoolClient,
  organisationId: string,
  firstSeq: bigint,
  size: number,
): AsyncGenerator<readonly StoredEntry[]> {
  // Smaller than any seq, so that an entry smuggled in before the first of all is read too.
  const before = firstSeq === 1n ? "-9223372036854775808" : String(firstSeq - 1n);
  let batch = await readBatch(client, organisationId, before, size);
  while (batch.length > 0) {
    const last = batch.at(-1);
    const next = last === undefined ? Promise.resolve([]) : readBatch(client, organisationId, last[0], size);
    // The caller may stop early or fail; the read under way must then not end as an unhandled rejection.
    next.catch(() => undefined);
    yield batch;
    batch = await next;
  }
}
