// Purposes are found by their key, which is never used twice (UK GDPR 5(1)(b)).
import type { PolicyDocument, Purpose } from "./document";

/** The purpose with this key, or null. */
export function purposeOf(document: PolicyDocument, key: string): Purpose | null {
  return document.purposes.find((purpose) => purpose.key === key) ?? null;
}
