import { pool } from "@/lib/db/client";
import { isCorrupted } from "@/lib/db/constraint-errors";
import { isBeyond } from "@/lib/policy/ledger-check";
import type { PublishedCheckpoint } from "../checkpoint/published-file";
import { EntriesMissing, storedNodes } from "../checkpoint/stored-nodes";
import { rootAt } from "../checkpoint/tree";
import { openHold, type HoldDetail } from "../hold";
import { findMissing } from "./missing";
import { newestPublished } from "./published";

/** Clocks of machines differ; journals older than the last entry by this much are known to the database. */
const clocksDifferMs = 60 * 60_000;

type Head = {
  readonly organisationId: string;
  readonly epoch: number | null;
  /** The seq before the epoch's first entry. */
  readonly start: string | null;
  readonly size: string | null;
  readonly recordedAt: Date | null;
};

/** Why the database is behind what was published or journaled of this organisation, or null when it is not. */
async function whyBehind(head: Head, published: PublishedCheckpoint | null): Promise<HoldDetail | null> {
  const { organisationId, recordedAt } = head;
  const [epoch, size] = [head.epoch ?? 1, BigInt(head.size ?? 0)];
  if (published !== null && isBeyond(published, { epoch, size })) {
    const [publishedEpoch, publishedSize] = [String(published.epoch), String(published.size)];
    return { publishedEpoch, publishedSize, epoch: String(epoch), size: String(size) };
  }
  const since = recordedAt === null ? null : new Date(recordedAt.getTime() - clocksDifferMs);
  const { noes, stops, erasures } = await findMissing(organisationId, since);
  const missing = noes.length + stops.length + erasures.length;
  if (missing === 0) return null;
  return { stopsMissing: String(noes.length + stops.length), erasuresMissing: String(erasures.length) };
}

/** Holds a ledger that does not begin with what was published of it: its past is another than the one that left the house. */
async function holdWhereRewritten(
  { organisationId, epoch, start, size }: Head,
  published: PublishedCheckpoint | null,
): Promise<void> {
  if (published === null || published.epoch !== epoch || published.size > BigInt(size ?? 0)) return;
  const detail = { size: String(size), publishedSize: String(published.size) };
  const place = { organisationId, epoch, start: BigInt(start ?? 0) };
  try {
    const root = await rootAt(published.size, storedNodes(place));
    if (!root.equals(published.root)) await openHold(organisationId, "inconsistent", detail);
  } catch (fault) {
    if (!(fault instanceof EntriesMissing || isCorrupted(fault))) throw fault;
    await openHold(organisationId, "altered", detail);
  }
}

/**
 * Compares every organisation's ledger with what stands outside the database, and holds where the database is behind:
 * an older copy came back; also where its past was written anew. The first thing that web and worker do, and the recovery.
 * @returns the organisations that are held for it now
 */
export async function holdWhereBehind(): Promise<readonly string[]> {
  const { rows } = await pool().query<Head>(
    `SELECT o.id AS "organisationId", h.epoch, h.epoch_start::text AS start, (h.seq - h.epoch_start)::text AS size, h.recorded_at AS "recordedAt"
     FROM organisation o LEFT JOIN ledger_head h ON h.organisation_id = o.id ORDER BY o.id`,
  );
  for (const head of rows) {
    const published = await newestPublished(head.organisationId);
    const detail = await whyBehind(head, published);
    if (detail !== null) await openHold(head.organisationId, "behind", detail);
    await holdWhereRewritten(head, published);
  }
  const held = await pool().query<{ organisation_id: string }>(
    "SELECT organisation_id FROM ledger_hold WHERE reason = 'behind' AND released_at IS NULL ORDER BY organisation_id",
  );
  return held.rows.map(({ organisation_id }) => organisation_id);
}
