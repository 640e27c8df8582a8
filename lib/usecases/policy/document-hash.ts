import { hash } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256 of a value's RFC 8785 form, hex: the name of exactly this document, whatever the order of its keys. */
export function hashOf(value: unknown): string {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new Error("This value has no canonical form.");
  return hash("sha256", canonical, "hex");
}
