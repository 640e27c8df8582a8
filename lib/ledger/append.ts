import { othersWait, statement } from "@/lib/db/transaction";
import type { Ctx } from "@/lib/usecases/context";
import { actingAs } from "./acting";
import { canonicalPiece } from "./canonical";
import { assertCatalogued } from "./catalogue";
import type { LedgerEvent } from "./event";
import { journalNoes } from "./journal/stops";

// The writer of the audit trail: here an event becomes the pieces of an entry; `append_entries` (SQL) joins them by what
// only the database knows and puts the entry at the end of the chain. docs/ledger.md is the specification;
// lib/ledger/verify reads it back and shares nothing with this file.

/** What `append_entries` takes: who acts, when that is a member, and the entries, a list of columns each. */
export type EntriesToAppend = {
  readonly actingMember: string | null;
  readonly entries: readonly (readonly (string | null)[])[];
};

function entryOf(
  ctx: Ctx,
  organisationId: string,
  event: LedgerEvent,
  reference: string | null,
): readonly (string | null)[] {
  assertCatalogued(event.eventType, event.data);
  const { actorKind, actorRef } = actingAs(ctx.actor, event);
  const effectiveAt = event.effectiveAt.toISOString();
  const panel = event.panelId?.toLowerCase() ?? null;
  const subject = event.subjectRef?.toLowerCase() ?? null;
  const purpose = event.purposeKey?.normalize("NFC") ?? null;
  const channel = event.channel ?? null;
  const { eventType } = event;
  const data = Object.fromEntries(Object.entries(event.data).filter(([, value]) => value !== undefined));
  // In the order of keys, as RFC 8785 has it: between these stand actorRef, epoch, recordedAt and seq.
  const pieces = [
    { actorKind },
    { channel, data, effectiveAt },
    { eventType, organisation: organisationId.toLowerCase(), panel, purpose },
    { requestId: ctx.requestId },
    { subject, v: "1" },
  ].map(canonicalPiece);
  return [
    ...pieces,
    effectiveAt,
    eventType,
    panel,
    subject,
    purpose,
    channel,
    actorKind,
    actorRef ?? reference,
  ];
}

/**
 * Events made ready for `append_entries`, in this order; for a statement that stores more than the ledger. `known` is a
 * member whose reference was read in this transaction: when it is they who act, nobody looks it up again.
 * @throws Error when an event's data differs from the catalogue or its text has no canonical form.
 */
export function entriesToAppend(
  ctx: Ctx,
  organisationId: string,
  events: readonly LedgerEvent[],
  known: { readonly id: string; readonly subjectRef: string } | null = null,
): EntriesToAppend {
  othersWait(ctx.tx);
  journalNoes(ctx.tx, organisationId, ctx.at, events);
  const acting = ctx.actor.kind === "member" ? ctx.actor.memberId : null;
  const isKnown = acting !== null && acting === known?.id;
  const reference = isKnown ? known.subjectRef : null;
  return {
    actingMember: isKnown ? null : acting,
    entries: events.map((event) => entryOf(ctx, organisationId, event, reference)),
  };
}

const append = {
  name: "append_entries",
  text: "SELECT append_entries($1, $2, $3) AS last",
};

/** Appends what `entriesToAppend` made ready. @returns the number of the last entry */
export async function appendMade(ctx: Ctx, organisationId: string, made: EntriesToAppend): Promise<bigint> {
  const values = [organisationId, made.actingMember, made.entries];
  const [row] = await statement<{ last: string }>(ctx.tx, append, values);
  if (row === undefined) throw new Error("The ledger gave no sequence number");
  return BigInt(row.last);
}

/**
 * Appends events to the organisation's chain, in this order, inside the business transaction. Call it last: the end
 * of the chain stays locked until the transaction ends. One round trip, however many events.
 * @returns the sequence numbers, one an event.
 * @throws Error as `entriesToAppend` does, and when the acting member does not exist.
 */
export async function appendEntries(
  ctx: Ctx,
  organisationId: string,
  events: readonly LedgerEvent[],
): Promise<readonly bigint[]> {
  if (events.length === 0) return [];
  const last = await appendMade(ctx, organisationId, entriesToAppend(ctx, organisationId, events));
  const first = last - BigInt(events.length) + 1n;
  return events.map((_, place) => first + BigInt(place));
}

/** Appends one event: see `appendEntries`. */
export async function appendEntry(ctx: Ctx, organisationId: string, event: LedgerEvent): Promise<bigint> {
  const [seq] = await appendEntries(ctx, organisationId, [event]);
  if (seq === undefined) throw new Error("The ledger gave no sequence number");
  return seq;
}
