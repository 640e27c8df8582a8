import type { PoolClient } from "pg";
import { reading, type Tx } from "@/lib/db/transaction";
import type { EpochPlace } from "./stored-nodes";

/** A stored checkpoint. `note` has the log's signature and those of witnesses. */
export type StoredCheckpoint = {
  readonly place: EpochPlace;
  readonly size: bigint;
  readonly root: Buffer;
  readonly note: string;
  readonly signedAt: Date;
};

/** An epoch begins where its own row says, or for the one that is open, the head. */
const start = `coalesce(
  (SELECT e.first_seq - 1 FROM ledger_epoch e WHERE e.organisation_id = c.organisation_id AND e.epoch = c.epoch),
  (SELECT h.epoch_start FROM ledger_head h WHERE h.organisation_id = c.organisation_id AND h.epoch = c.epoch), 0)`;

const cosigned = `c.note || coalesce((SELECT string_agg(s.line, '' ORDER BY s.cosigned_at, s.verifier_key)
  FROM checkpoint_cosignature s
  WHERE s.organisation_id = c.organisation_id AND s.epoch = c.epoch AND s.size = c.size), '')`;

const columns = `c.organisation_id AS "organisationId", c.epoch, ${start}::text AS start, c.size::text, c.root,
  ${cosigned} AS note, c.signed_at AS "signedAt"`;

type Row = {
  readonly organisationId: string;
  readonly epoch: number;
  readonly start: string;
  readonly size: string;
  readonly root: Buffer;
  readonly note: string;
  readonly signedAt: Date;
};

function stored({ organisationId, epoch, start: before, size, ...rest }: Row): StoredCheckpoint {
  return { ...rest, place: { organisationId, epoch, start: BigInt(before) }, size: BigInt(size) };
}

const newest = {
  name: "newest-stored-checkpoint",
  text: `SELECT ${columns} FROM ledger_checkpoint c WHERE c.organisation_id = $1
    ORDER BY c.epoch DESC, c.size DESC LIMIT 1`,
};

/** The newest checkpoint of an organisation, or null before the first. */
export async function newestCheckpoint(organisationId: string, tx?: Tx): Promise<StoredCheckpoint | null> {
  const [row] = await reading<Row>(tx, newest, [organisationId]);
  return row === undefined ? null : stored(row);
}

const one = {
  name: "one-stored-checkpoint",
  text: `SELECT ${columns} FROM ledger_checkpoint c WHERE c.organisation_id = $1 AND c.epoch = $2 AND c.size = $3`,
};

/** The checkpoint of one size, or null. */
export async function storedCheckpoint(
  organisationId: string,
  { epoch, size }: { readonly epoch: number; readonly size: bigint },
): Promise<StoredCheckpoint | null> {
  const [row] = await reading<Row>(undefined, one, [organisationId, epoch, String(size)]);
  return row === undefined ? null : stored(row);
}

// Of an epoch that ended before it had an entry the next begins at the same place: the entry is the later one's.
const covering = {
  name: "covering-checkpoint",
  text: `SELECT ${columns} FROM ledger_checkpoint c JOIN (
      SELECT e.epoch, e.start FROM (
        SELECT epoch, epoch_start AS start FROM ledger_head WHERE organisation_id = $1
        UNION ALL SELECT epoch, first_seq - 1 FROM ledger_epoch WHERE organisation_id = $1) AS e
      WHERE e.start < $2::bigint ORDER BY e.start DESC, e.epoch DESC LIMIT 1) AS own ON own.epoch = c.epoch
    WHERE c.organisation_id = $1 AND c.size >= $2 - own.start ORDER BY c.size DESC LIMIT 1`,
};

/** The newest checkpoint of the epoch in which an entry is, if it covers that entry. */
export async function coveringCheckpoint(
  organisationId: string,
  seq: bigint,
): Promise<StoredCheckpoint | null> {
  const [row] = await reading<Row>(undefined, covering, [organisationId, String(seq)]);
  return row === undefined ? null : stored(row);
}

const page = {
  name: "checkpoint-page",
  text: `SELECT ${columns} FROM ledger_checkpoint c
    WHERE c.organisation_id = $1 AND (c.epoch, c.size) < ($2::int, $3::bigint)
    ORDER BY c.epoch DESC, c.size DESC LIMIT $4`,
};

/** Checkpoints before a place, newest first. */
export async function checkpointsBefore(
  organisationId: string,
  before: { readonly epoch: number; readonly size: bigint } | null,
  count: number,
): Promise<readonly StoredCheckpoint[]> {
  const from = before ?? { epoch: 2 ** 31 - 1, size: 0n };
  const rows = await reading<Row>(undefined, page, [organisationId, from.epoch, String(from.size), count]);
  return rows.map(stored);
}

const all = `SELECT ${columns} FROM ledger_checkpoint c
  WHERE c.organisation_id = $1 AND (c.epoch, c.size) > ($2::int, $3::bigint) ORDER BY c.epoch, c.size LIMIT 500`;

/** Every checkpoint of an organisation, oldest first, within the caller's snapshot; some hundred are held at a time. */
export async function* allCheckpoints(
  client: PoolClient,
  organisationId: string,
): AsyncGenerator<readonly StoredCheckpoint[]> {
  for (let [epoch, size] = [0, "0"]; ;) {
    const { rows } = await client.query<Row>(all, [organisationId, epoch, size]);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(stored);
    ({ epoch, size } = last);
  }
}
