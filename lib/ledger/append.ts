import type { Ctx } from "@/lib/usecases/context";
import { actingAs } from "./acting";
import { canonicalBytes } from "./canonical";
import { assertCatalogued } from "./catalogue";
import type { LedgerEvent } from "./event";
import { chainHash, grownFrontier, leafHash } from "./hashing";
import { lockHead, type Head } from "./head";

// The writer of the audit trail. docs/ledger.md is the specification; lib/ledger/verify reads it back and shares
// nothing with this file.

/** One entry ready for its row. Bytes and hashes as hex: they travel to the database in one JSON parameter. */
type Row = {
  readonly seq: string;
  readonly bytes: string;
  readonly leaf_hash: string;
  readonly chain_hash: string;
  readonly recorded_at: string;
  readonly effective_at: string;
  readonly event_type: string;
  readonly panel_id: string | null;
  readonly subject_ref: string | null;
  readonly purpose_key: string | null;
  readonly channel: string | null;
  readonly actor_kind: string;
  readonly actor_ref: string;
};

type Link = Pick<Head, "seq" | "chainHash" | "frontier">;

function entryOf(ctx: Ctx, organisationId: string, head: Head, seq: bigint, event: LedgerEvent) {
  return {
    v: "1",
    organisation: organisationId.toLowerCase(),
    epoch: String(head.epoch),
    seq: String(seq),
    recordedAt: head.recordedAt.toISOString(),
    effectiveAt: event.effectiveAt.toISOString(),
    eventType: event.eventType,
    panel: event.panelId?.toLowerCase() ?? null,
    subject: event.subjectRef?.toLowerCase() ?? null,
    purpose: event.purposeKey?.normalize("NFC") ?? null,
    channel: event.channel ?? null,
    ...actingAs(ctx.actor, event, head.memberRef),
    requestId: ctx.requestId,
    data: Object.fromEntries(Object.entries(event.data).filter(([, value]) => value !== undefined)),
  };
}

function linked(link: Link, entry: ReturnType<typeof entryOf>): { row: Row; link: Link } {
  const bytes = canonicalBytes(entry);
  const leaf = leafHash(bytes);
  const chain = chainHash(link.chainHash, leaf);
  const row: Row = {
    seq: entry.seq,
    bytes: bytes.toString("hex"),
    leaf_hash: leaf.toString("hex"),
    chain_hash: chain.toString("hex"),
    recorded_at: entry.recordedAt,
    effective_at: entry.effectiveAt,
    event_type: entry.eventType,
    panel_id: entry.panel,
    subject_ref: entry.subject,
    purpose_key: entry.purpose,
    channel: entry.channel,
    actor_kind: entry.actorKind,
    actor_ref: entry.actorRef,
  };
  const frontier = grownFrontier(link.frontier, link.seq, leaf);
  return { row, link: { seq: link.seq + 1n, chainHash: chain, frontier } };
}

/** Entries and head in one statement: either the chain grows whole, or not at all. */
async function write(
  ctx: Ctx,
  organisationId: string,
  head: Head,
  rows: readonly Row[],
  end: Link,
): Promise<void> {
  const frontier = JSON.stringify(end.frontier.map((root) => Buffer.from(root).toString("hex")));
  const written = await ctx.tx.$executeRaw`
    WITH head AS (
      UPDATE ledger_head SET seq = ${end.seq}::bigint, chain_hash = ${Buffer.from(end.chainHash)},
        frontier = ARRAY(SELECT decode(root, 'hex')
          FROM json_array_elements_text(${frontier}::json) WITH ORDINALITY AS f(root, place) ORDER BY place),
        recorded_at = ${head.recordedAt.toISOString()}::timestamptz
      WHERE organisation_id = ${organisationId}::uuid AND seq = ${head.seq}::bigint
      RETURNING organisation_id
    )
    INSERT INTO ledger_entry (organisation_id, seq, bytes, leaf_hash, chain_hash, recorded_at, effective_at,
      event_type, panel_id, subject_ref, purpose_key, channel, actor_kind, actor_ref)
    SELECT head.organisation_id, e.seq, decode(e.bytes, 'hex'), decode(e.leaf_hash, 'hex'),
      decode(e.chain_hash, 'hex'), e.recorded_at, e.effective_at, e.event_type, e.panel_id, e.subject_ref,
      e.purpose_key, e.channel, e.actor_kind, e.actor_ref
    FROM head, json_to_recordset(${JSON.stringify(rows)}::json) AS e(seq bigint, bytes text, leaf_hash text,
      chain_hash text, recorded_at timestamptz, effective_at timestamptz, event_type text, panel_id uuid,
      subject_ref uuid, purpose_key text, channel channel, actor_kind actor_kind, actor_ref text)`;
  if (written !== rows.length) throw new Error("The ledger head moved while it was locked");
}

/**
 * Appends events to the organisation's chain, in this order, inside the business transaction. Call it last: the end
 * of the chain stays locked until the transaction ends. Two round trips, however many events.
 * @returns the sequence numbers, one an event.
 * @throws Error when an event's data differs from the catalogue or its text has no canonical form.
 */
export async function appendEntries(
  ctx: Ctx,
  organisationId: string,
  events: readonly LedgerEvent[],
): Promise<readonly bigint[]> {
  if (events.length === 0) return [];
  for (const event of events) assertCatalogued(event.eventType, event.data);
  const memberId = ctx.actor.kind === "member" ? ctx.actor.memberId : null;
  const head = await lockHead(ctx.tx, organisationId, memberId);
  const rows: Row[] = [];
  let link: Link = head;
  for (const event of events) {
    const next = linked(link, entryOf(ctx, organisationId, head, link.seq + 1n, event));
    rows.push(next.row);
    link = next.link;
  }
  await write(ctx, organisationId, head, rows, link);
  return rows.map((row) => BigInt(row.seq));
}

/** Appends one event: see `appendEntries`. */
export async function appendEntry(ctx: Ctx, organisationId: string, event: LedgerEvent): Promise<bigint> {
  const [seq] = await appendEntries(ctx, organisationId, [event]);
  if (seq === undefined) throw new Error("The ledger gave no sequence number");
  return seq;
}
