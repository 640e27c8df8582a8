import { projected, type StoredEntry } from "./stored";

const keysInOrder =
  "actorKind,actorRef,channel,data,effectiveAt,epoch,eventType,organisation,panel,purpose,recordedAt,requestId,seq,subject,v";
const mayBeNull = new Set(["channel", "panel", "purpose", "subject"]);

type Parsed = { readonly [key: string]: unknown };

/** What the bytes (and `text`, their UTF-8 reading) say, checked for form, or undefined when they are not a well-formed entry of version 1. */
export function parseEntry(bytes: Buffer, text: string): Parsed | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || Object.keys(value).join(",") !== keysInOrder) return undefined;
  if (!hasPlainValues(value) || value["v"] !== "1") return undefined;
  // With sorted keys and text only, what JSON.stringify writes is the RFC 8785 form: repeated keys, spaces and
  // other spellings of the same text all come out different.
  return Buffer.from(JSON.stringify(value), "utf8").equals(bytes) && text.normalize("NFC") === text
    ? value
    : undefined;
}

function isRecord(value: unknown): value is Parsed {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// A lone surrogate can be written in JSON, and in nothing else that is read from it.
function isText(value: unknown): boolean {
  return typeof value === "string" && value.isWellFormed();
}

function hasPlainValues(entry: Parsed): boolean {
  return Object.entries(entry).every(([key, value]) => {
    if (key === "data") return isPlainData(value);
    return isText(value) || (value === null && mayBeNull.has(key));
  });
}

const plainKey = /^[A-Za-z][A-Za-z0-9]*$/;

/** Whether this is what an entry's `data` may be: text and lists of text under keys in order. */
export function isPlainData(data: unknown): boolean {
  if (!isRecord(data)) return false;
  const keys = Object.keys(data);
  if (keys.some((key, index) => !plainKey.test(key) || (index > 0 && (keys[index - 1] ?? "") >= key)))
    return false;
  return Object.values(data).every(
    (value) => isText(value) || (Array.isArray(value) && value.every((item: unknown) => isText(item))),
  );
}

/** PostgreSQL's text of a timestamptz(3) in UTC ("2029-05-20 13:05:00.12+00") as the ISO 8601 text of the bytes. */
export function isoTime(stored: string): string {
  const fraction = stored.charAt(19) === "." ? stored.slice(20, stored.lastIndexOf("+")) : "";
  return `${stored.slice(0, 10)}T${stored.slice(11, 19)}.${fraction.padEnd(3, "0")}Z`;
}

/** Whether every projected column of the row says what the bytes say. */
export function projectionAgrees(row: StoredEntry, entry: Parsed): boolean {
  return projected.every((key, index) => {
    const stored = row[index + 4] ?? null;
    const isTime = key === "recordedAt" || key === "effectiveAt";
    return (stored !== null && isTime ? isoTime(stored) : stored) === entry[key];
  });
}
