/** An address that no page has: Next.js answers it with our page that says so. */
const nowhere = "/_";

/** A zero character, which no text in the database can hold. */
const zero = /%00/u;

/**
 * The address as it came, or one that no page has for one that cannot be read: with a zero character, or a path whose escapes
 * are no UTF-8 (RFC 3986, section 2.5). Somebody tries these by hand; it is no fault of ours, and no page need think of them.
 */
export function readableAddress(address: string): string {
  if (zero.test(address)) return nowhere;
  try {
    decodeURIComponent(address.split("?", 1)[0] ?? "");
    return address;
  } catch {
    return nowhere;
  }
}
