// The same mailbox is one address however it is typed; dots are never dropped, for they may be different people
// (law.md RT-3, reliability: one ASCII addr-spec).

const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * An e-mail address in its one form: NFKC, trimmed, lower case. Null when it is not exactly one plain ASCII address
 * with a dotted domain (RFC 5321 4.1.2 without quoted strings and address literals).
 */
export function normaliseEmail(typed: string): string | null {
  const address = typed.normalize("NFKC").trim().toLowerCase();
  const at = address.lastIndexOf("@");
  const name = address.slice(0, at);
  const labels = address.slice(at + 1).split(".");
  if (at < 1 || at > 64 || address.length > 254 || !local.test(name)) return null;
  const dotted = labels.length > 1 && labels.every((part) => label.test(part));
  return dotted && !/^\d+$/.test(labels.at(-1) ?? "") ? address : null;
}
