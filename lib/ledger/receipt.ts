import { fromBase64 } from "./checkpoint/base64";

// The text of a receipt (docs/ledger-receipts.md): an entry, its place, the way from it to the root of a tree, and the
// signed checkpoint of that tree, as a C2SP tlog-proof. Pure: it reads and writes text and knows no database.

const header = "c2sp.org/tlog-proof@v1";

/** What a receipt says. Nothing of it is to be believed before `checkReceipt`. */
export type Receipt = {
  /** The entry's own bytes (docs/ledger.md). */
  readonly entry: Buffer;
  /** The entry's place in its epoch's tree, from 0. */
  readonly index: bigint;
  /** Hashes from the leaf's sibling up to a child of the root, 32 bytes each. */
  readonly path: readonly Buffer[];
  /** The checkpoint with all its signatures: a signed note. */
  readonly note: string;
};

/** The part of a receipt that cannot be read. */
export type UnreadablePart = "beginning" | "record" | "place" | "path" | "checkpoint";

/** The receipt as text. It ends with a newline, so that several may stand one after the other. */
export function writeReceipt({ entry, index, path, note }: Receipt): string {
  const lines = [header, `extra ${entry.toString("base64")}`, `index ${index}`];
  return [...lines, ...path.map((hash) => hash.toString("base64")), "", note].join("\n");
}

/** Reads one receipt, or says which part of it is not as it must be. */
export function readReceipt(text: string): Receipt | UnreadablePart {
  const end = text.indexOf("\n\n");
  const [first, extra, place, ...hashes] = (end === -1 ? text : text.slice(0, end)).split("\n");
  if (first !== header) return "beginning";
  const entry = extra?.startsWith("extra ") ? fromBase64(extra.slice("extra ".length)) : null;
  if (entry === null || entry.length === 0) return "record";
  const [, index] = /^index (0|[1-9][0-9]{0,18})$/.exec(place ?? "") ?? [];
  if (index === undefined) return "place";
  const path = hashes.map(fromBase64).filter((hash) => hash?.length === 32);
  // A tree of 2^63 leaves has a path of 63.
  if (path.length !== hashes.length || path.length > 63) return "path";
  const note = end === -1 ? "" : text.slice(end + 2);
  if (!/^[^\n]+\n[\s\S]*\n\n(?:— [^\n]+\n)+$/u.test(note)) return "checkpoint";
  return { entry, index: BigInt(index), path: path.flatMap((hash) => hash ?? []), note };
}

/** A line as a mail program may have left it: quoted, indented, with blanks at its end. */
function asWritten(line: string): string {
  return line.replace(/^(?:\s*>)+/u, "").trim();
}

/** Up to the last signature, with the record's line put together again where a mail program broke it. */
function whole(lines: readonly string[]): string {
  const last = lines.findLastIndex((line) => line.startsWith("— "));
  const kept = last === -1 ? lines : lines.slice(0, last + 1);
  const place = kept.findIndex((line) => line.startsWith("index "));
  const record = place > 1 ? [kept.slice(1, place).join("")] : kept.slice(1);
  return [header, ...record, ...(place > 1 ? kept.slice(place) : []), ""].join("\n");
}

/**
 * The receipts in what somebody pasted: a file, or a whole mail with its quoting and its footer. Each is given as it was
 * written; whether it can be read, `readReceipt` says.
 */
export function receiptsIn(pasted: string): readonly string[] {
  const lines = pasted
    .replace(/^\ufeff/u, "")
    .split(/\r\n|\r|\n/u)
    .map(asWritten);
  const starts = lines.flatMap((line, at) => (line === header ? [at] : []));
  return starts.map((start, nth) => whole(lines.slice(start, starts[nth + 1])));
}
