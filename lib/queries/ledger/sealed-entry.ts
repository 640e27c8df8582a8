import { parseEntry } from "@/lib/ledger/verify/examine";

/** What may be said to anybody of an entry: never whom it is about, who acted, or its data. */
export type SealedEntry = {
  readonly seq: bigint;
  readonly eventType: string;
  readonly panelId: string | null;
  readonly purposeKey: string | null;
  readonly channel: string | null;
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
};

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** Reads the bytes of an entry, or null when they are none (docs/ledger.md). */
export function sealedEntry(bytes: Buffer): SealedEntry | null {
  const entry = parseEntry(bytes, bytes.toString("utf8"));
  const [seq, eventType, recordedAt, effectiveAt] = ["seq", "eventType", "recordedAt", "effectiveAt"].map(
    (key) => textOf(entry?.[key]),
  );
  if (!seq || !eventType || !recordedAt || !effectiveAt || !/^[0-9]{1,19}$/.test(seq)) return null;
  return {
    seq: BigInt(seq),
    eventType,
    panelId: textOf(entry?.["panel"]),
    purposeKey: textOf(entry?.["purpose"]),
    channel: textOf(entry?.["channel"]),
    effectiveAt: new Date(effectiveAt),
    recordedAt: new Date(recordedAt),
  };
}
