import canonicalize from "canonicalize";

/** What an entry may be made of: text, lists of text, nothing, and records of these. Numbers are written as text. */
export type Canonical = string | null | readonly string[] | { readonly [key: string]: Canonical };

// Letters first, then letters and digits: such keys sort alike in UTF-16, UTF-8 and every JSON library.
const plainKey = /^[a-zA-Z][a-zA-Z0-9]*$/;

function text(value: string): string {
  if (!value.isWellFormed()) throw new Error("Lone surrogate in a ledger entry");
  return value.normalize("NFC");
}

function checked(value: unknown): unknown {
  if (value === null) return null;
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map(listItem);
  if (typeof value !== "object") throw new Error(`A ledger entry holds text only, not ${typeof value}`);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [name(key), checked(inner)]));
}

function listItem(value: unknown): string {
  if (typeof value !== "string") throw new Error("A list in a ledger entry holds text only");
  return text(value);
}

function name(key: string): string {
  if (!plainKey.test(key)) throw new Error("A key in a ledger entry is ASCII letters and digits");
  return key;
}

function canonicalText(entry: Canonical): string {
  const form = canonicalize(checked(entry));
  if (form === undefined) throw new Error("A ledger entry cannot be empty");
  return form;
}

/**
 * The RFC 8785 bytes of an entry: NFC text, ASCII keys, no numbers or booleans, so that any language writes the same.
 * @throws Error for a lone surrogate, a key that is not ASCII letters and digits, or a value that is neither text, list of text nor null.
 */
export function canonicalBytes(entry: Canonical): Buffer {
  return Buffer.from(canonicalText(entry), "utf8");
}

/**
 * Some members of an entry in the same form, without the braces around them: a piece of the whole, since members stand
 * in the order of their keys. Throws as `canonicalBytes` does.
 */
export function canonicalPiece(members: { readonly [key: string]: Canonical }): string {
  return canonicalText(members).slice(1, -1);
}
