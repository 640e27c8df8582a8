import { keepBrowserSecret, readBrowserSecret } from "./browser-secrets";
import { newToken } from "./secrets";

/** A sign-in request and the secret of the browser that asked. */
export type AskedHere = { readonly requestId: string; readonly browserToken: string };

/** The sign-in this browser asked for, or null. */
export async function readAskedHere(): Promise<AskedHere | null> {
  const [requestId, browserToken] = (await readBrowserSecret({ kind: "signIn" }))?.split(".") ?? [];
  return requestId === undefined || browserToken === undefined ? null : { requestId, browserToken };
}

/** Remembers in this browser that it asks for this sign-in. Returns the fresh secret to be stored as a hash. */
export async function keepAskedHere(requestId: string): Promise<string> {
  const browserToken = newToken();
  await keepBrowserSecret({ kind: "signIn" }, `${requestId}.${browserToken}`);
  return browserToken;
}
