import { createHash } from "node:crypto";

/** SHA-256, hex, of the words as shown, NFC. */
export function wordingHash(text: string): string {
  return createHash("sha256").update(text.normalize("NFC")).digest("hex");
}
