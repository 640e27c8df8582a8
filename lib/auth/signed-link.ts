import { createHmac, timingSafeEqual } from "node:crypto";
import { readConfig } from "@/lib/config/config";

/** What a link from a mail lets its holder do; one scope never opens another. */
export type SignedLinkScope =
  "confirm" | "newAddress" | "invitation" | "preferences" | "unsubscribe" | "signIn";

/** What the token says. `ids` are database ids in the order the scope defines; `expiresAt` is epoch seconds, 0 for never. */
export type SignedLink = { readonly ids: readonly string[]; readonly expiresAt: number };

const separator = ".";

function signature(scope: SignedLinkScope, payload: string): Buffer {
  return createHmac("sha256", readConfig().linkSecret).update(`${scope}/v1/${payload}`).digest();
}

/**
 * A token for a link in a mail: opaque ids under an HMAC-SHA-256, so that nothing has to be stored and nothing
 * can be forged. It carries no personal data. An unsubscribe link never expires (law.md EM-1).
 */
export function signLink(scope: SignedLinkScope, link: SignedLink): string {
  const payload = Buffer.from(JSON.stringify([link.expiresAt, ...link.ids])).toString("base64url");
  return `${payload}${separator}${signature(scope, payload).toString("base64url")}`;
}

/** The ids behind a token, or null when it is forged, of another scope, malformed or past its end at `at`. */
export function readLink(scope: SignedLinkScope, token: string, at: Date): readonly string[] | null {
  const [payload, given, ...rest] = token.split(separator);
  if (payload === undefined || given === undefined || rest.length > 0) return null;
  const expected = signature(scope, payload);
  const presented = Buffer.from(given, "base64url");
  if (presented.length !== expected.length || !timingSafeEqual(presented, expected)) return null;
  const [expiresAt, ...ids] = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as [
    number,
    ...string[],
  ];
  if (expiresAt !== 0 && at.getTime() >= expiresAt * 1000) return null;
  return ids;
}
