import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { readConfig } from "@/lib/config/config";

// What staff search for is a name or an address. A list must have an address of its own to go back to and to page
// through, and addresses end up in histories and proxies' logs: so the words travel sealed.

const nonceBytes = 12;
const tagBytes = 16;

function key(): Buffer {
  return Buffer.from(hkdfSync("sha256", readConfig().authSecret, "", "staff-search/v1", 32));
}

/** The search words as a token for the address (AES-256-GCM, base64url). */
export function sealSearch(words: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce);
  const sealed = Buffer.concat([cipher.update(words, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The words in a token, or "" when it is not one of ours. */
export function openSearch(token: string): string {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length <= nonceBytes + tagBytes) return "";
  const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const words = decipher.update(bytes.subarray(nonceBytes + tagBytes));
  try {
    return Buffer.concat([words, decipher.final()]).toString("utf8");
  } catch {
    // Sealed with another key: an old bookmark, or a forged one.
    return "";
  }
}
