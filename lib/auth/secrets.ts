import { createHmac, hash, randomBytes, randomInt } from "node:crypto";
import { readConfig } from "@/lib/config/config";

/** A fresh 256-bit token, base64url. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A fresh 8-digit sign-in code, uniformly drawn. */
export function newSignInCode(): string {
  return String(randomInt(0, 100_000_000)).padStart(8, "0");
}

/** SHA-256 in hex: what is kept in place of a token. */
export function hashToken(token: string): string {
  return hash("sha256", token);
}

/** HMAC of a sign-in code bound to its request: eight digits alone could be guessed from a bare hash. */
export function hashSignInCode(requestId: string, code: string): string {
  return createHmac("sha256", readConfig().authSecret)
    .update(`sign-in-code/v1/${requestId}/${code}`)
    .digest("hex");
}

/**
 * The keyed hash of a normalised address or number. Suppression and sign-in match on it, so that neither needs to
 * keep the address itself (law.md RT-3).
 */
export function hashAddress(normalised: string): string {
  return createHmac("sha256", readConfig().addressPepper).update(`address/v1/${normalised}`).digest("hex");
}
