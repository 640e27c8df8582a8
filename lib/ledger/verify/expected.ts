import { isPlainData } from "./examine";
import type { StoredEntry } from "./stored";

// The quick way to examine an entry. Keys have one order and text one spelling, so the columns of a row say how its
// bytes must read, but for the data and the request id between them. Whatever does not read so is examined in full.

/** Where an entry must say it belongs. */
export type Place = { readonly organisation: string; readonly epoch: string; readonly seq: string };

const plainText = /^[\u0020\u0021\u0023-\u005b\u005d-\u007e]*$/;

function quoted(value: string | null | undefined): string {
  if (value === null || value === undefined) return "null";
  return plainText.test(value) ? `"${value}"` : JSON.stringify(value);
}

function isCanonicalData(text: string): boolean {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return false;
  }
  return isPlainData(data) && JSON.stringify(data) === text;
}

/**
 * Whether `text` is exactly the canonical entry that this row and place describe. False says nothing: a longer look
 * is needed. `text` is plain: ASCII without a backslash. `recordedAt` is the row's, in ISO 8601.
 */
export function readsAsExpected(
  text: string,
  row: StoredEntry,
  place: Place,
  recordedAt: string,
  effectiveAt: string,
): boolean {
  const [, , , , , , eventType, panel, subject, purpose, channel, actorKind, actorRef] = row;
  const start = `{"actorKind":${quoted(actorKind)},"actorRef":${quoted(actorRef)},"channel":${quoted(channel)},"data":`;
  const middle = `,"effectiveAt":"${effectiveAt}","epoch":"${place.epoch}","eventType":${quoted(eventType)},"organisation":"${place.organisation}","panel":${quoted(panel)},"purpose":${quoted(purpose)},"recordedAt":"${recordedAt}","requestId":"`;
  const end = `","seq":"${place.seq}","subject":${quoted(subject)},"v":"1"}`;
  // Slices are compared at once; startsWith and endsWith go character by character.
  if (text.slice(0, start.length) !== start || text.slice(-end.length) !== end) return false;
  const between = text.lastIndexOf(middle);
  if (between < start.length) return false;
  const requestId = text.slice(between + middle.length, text.length - end.length);
  return plainText.test(requestId) && isCanonicalData(text.slice(start.length, between));
}
