import { cookies } from "next/headers";
import { newToken } from "./secrets";
import { sessionCookie } from "./session-cookie";

// Secrets a browser keeps between the pages of one journey. Each is random, in an HttpOnly cookie of this host, and
// stored as a hash only. They end with the browser; the rows they point to end by the clock.

/** The join draft of one panel in this browser. */
export type BrowserSecret =
  { readonly kind: "join"; readonly panelSlug: string } | { readonly kind: "signIn" };

function nameOf(secret: BrowserSecret): string {
  return secret.kind === "join"
    ? `__Host-resident-panel-join-${secret.panelSlug}`
    : `__Host-resident-panel-${secret.kind}`;
}

/** The secret this browser holds, or null. */
export async function readBrowserSecret(secret: BrowserSecret): Promise<string | null> {
  return (await cookies()).get(nameOf(secret))?.value ?? null;
}

/** Gives this browser a secret; only inside a server action or route handler. */
export async function keepBrowserSecret(secret: BrowserSecret, value: string = newToken()): Promise<string> {
  (await cookies()).set(nameOf(secret), value, sessionCookie.options);
  return value;
}

/** Takes the secret from this browser. */
export async function dropBrowserSecret(secret: BrowserSecret): Promise<void> {
  (await cookies()).set(nameOf(secret), "", { ...sessionCookie.options, maxAge: 0 });
}

/** The session token of this browser, or null. */
export async function readSessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookie.name)?.value ?? null;
}

/** Signs this browser in with a session that has just been made; next-auth reads the same cookie from then on. */
export async function keepSessionToken(token: string): Promise<void> {
  (await cookies()).set(sessionCookie.name, token, sessionCookie.options);
}

/** Takes the session from this browser. */
export async function dropSessionToken(): Promise<void> {
  (await cookies()).set(sessionCookie.name, "", { ...sessionCookie.options, maxAge: 0 });
}
