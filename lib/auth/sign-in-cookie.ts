import { keepBrowserSecret, readBrowserSecret } from "./browser-secrets";
import { newToken } from "./secrets";

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A sign-in request and the secret of the browser that asked. */
export type AskedHere = { readonly requestId: string; readonly browserToken: string };

/** The sign-in this browser asked for, or null. */
export async function readAskedHere(): Promise<AskedHere | null> {
  const [requestId, browserToken] = (await readBrowserSecret({ kind: "signIn" }))?.split(".") ?? [];
  // A cookie is typed by whoever likes to: only something shaped like our id reaches the database.
  if (browserToken === undefined || !uuid.test(requestId ?? "")) return null;
  return requestId === undefined ? null : { requestId, browserToken };
}

/** Remembers in this browser that it asks for this sign-in. Returns the secret to be stored as a hash. */
export async function keepAskedHere(requestId: string, browserToken: string = newToken()): Promise<string> {
  await keepBrowserSecret({ kind: "signIn" }, `${requestId}.${browserToken}`);
  return browserToken;
}
