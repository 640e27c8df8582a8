import { z } from "zod";
import { afterCommit, type Tx } from "@/lib/db/transaction";
import type { LedgerEvent } from "../event";
import { writeJournal } from "./journal-file";

// Every "no" that we acknowledge, outside the database: what a recovery repeats after an older copy came back.

const instant = z.iso.datetime();
const nullable = z.string().nullable();

/** A decision against something. Random references only; the words that were shown are not in it. */
export const journaledNoSchema = z.object({
  type: z.literal("decision"),
  organisation: z.uuid(),
  panel: z.uuid(),
  subject: z.uuid(),
  consentRecordId: z.uuid(),
  decision: z.enum(["refused", "withdrawn", "objected"]),
  purpose: z.string(),
  channel: z.enum(["email", "sms", "call", "post"]).nullable(),
  method: z.enum(["web", "phone", "paper", "inPerson", "import", "link"]),
  effectiveAt: instant,
  at: instant,
});

/** A row of the do-not-contact list, with the columns of its table. */
export const journaledStopSchema = z.object({
  type: z.literal("suppression"),
  organisation: z.uuid(),
  at: instant,
  row: z
    .object({ id: z.uuid(), subject_ref: nullable.optional(), address_hash: nullable.optional() })
    .loose(),
});

/** The events that are a "no". */
export const noes: ReadonlySet<string> = new Set([
  "consent.refused",
  "consent.withdrawn",
  "consent.objected",
]);

/** What of an event a line says. */
type Said = Pick<LedgerEvent, "eventType" | "panelId" | "subjectRef" | "effectiveAt" | "data"> & {
  readonly purposeKey?: string | null;
  readonly channel?: string | null;
};

/** The line of a "no". `at`: when it was recorded. */
export function noLine(organisation: string, at: Date, event: Said) {
  const data: Readonly<Record<string, unknown>> = event.data;
  return {
    type: "decision",
    organisation,
    panel: event.panelId,
    subject: event.subjectRef,
    consentRecordId: data["consentRecordId"],
    decision: event.eventType.slice("consent.".length),
    purpose: event.purposeKey,
    channel: event.channel ?? null,
    method: data["method"],
    effectiveAt: event.effectiveAt.toISOString(),
    at: at.toISOString(),
  };
}

/** Has every "no" among these events journaled once the transaction is kept and before anybody is told so. */
export function journalNoes(tx: Tx, organisation: string, at: Date, events: readonly LedgerEvent[]): void {
  const lines = events
    .filter(({ eventType }) => noes.has(eventType))
    .map((event) => noLine(organisation, at, event));
  if (lines.length > 0) afterCommit(tx, async () => writeJournal("stops", lines));
}

/** The line of a row of the do-not-contact list, without what staff wrote about it in clear. */
export function stopLine(organisation: string, at: Date, row: object) {
  const inClear = { evidence: null, recorded_by: null };
  return { type: "suppression", organisation, at: at.toISOString(), row: { ...row, ...inClear } };
}

/** The same for rows that were added to the do-not-contact list, without what staff wrote about them in clear. */
export function journalStops(tx: Tx, organisation: string, at: Date, rows: readonly object[]): void {
  if (rows.length === 0) return;
  const lines = rows.map((row) => stopLine(organisation, at, row));
  afterCommit(tx, async () => writeJournal("stops", lines));
}
