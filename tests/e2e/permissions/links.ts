import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { SignedLinkScope } from "@/lib/auth/signed-link";
import { application } from "@/tests/support/own-application";

const past = Math.floor(Date.now() / 1000) - 60;
const next = Math.floor(Date.now() / 1000) + 86_400;

/** The running product's own secret: only with it can a link be made that has ended, or that no mail would hold. */
function linkSecret(): string {
  const file = path.join(application().data, "secrets.json");
  const secrets = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return secrets["LINK_SECRET"] ?? "";
}

/** A token as lib/auth/signed-link.ts writes it. */
function sign(scope: SignedLinkScope, ids: readonly string[], expiresAt: number): string {
  const payload = Buffer.from(JSON.stringify([expiresAt, ...ids])).toString("base64url");
  const signature = createHmac("sha256", linkSecret()).update(`${scope}/v1/${payload}`).digest("base64url");
  return `${payload}.${signature}`;
}

/** The ids that a token of a mail names. */
export function idsIn(token: string): readonly string[] {
  const payload = token.split(".")[0] ?? "";
  const [, ...ids] = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as [number, ...string[]];
  return ids;
}

/** The token at the end of a link. */
export function tokenOf(link: string): string {
  return new URL(link).pathname.split("/").at(-1) ?? "";
}

/** A link that holds and those that must not: of another kind, ended, with one letter of its signature or its ids changed. */
export type Tokens = { readonly valid: string; readonly bad: Readonly<Record<string, string>> };

function changed(text: string, at: number): string {
  const letter = text.at(at) === "A" ? "B" : "A";
  return `${text.slice(0, at)}${letter}${text.slice(at + 1)}`;
}

export function tokensOf(scope: SignedLinkScope, other: SignedLinkScope, ids: readonly string[]): Tokens {
  const valid = sign(scope, ids, scope === "unsubscribe" ? 0 : next);
  const [payload = "", signature = ""] = valid.split(".");
  return {
    valid,
    bad: {
      "another signature": `${payload}.${changed(signature, 5)}`,
      "other ids": `${changed(payload, 12)}.${signature}`,
      "another kind": sign(other, ids, next),
      "an end in the past": sign(scope, ids, past),
      "no signature": `${payload}.`,
      "no token": "x",
    },
  };
}
