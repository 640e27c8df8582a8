import { readLink, signLink } from "./signed-link";

/** What the link in a sign-in mail says: which request, and the code of the same mail. */
export type SignInLink = { readonly requestId: string; readonly code: string };

/**
 * The token of the link in a sign-in mail. It saves typing the code and nothing more: opening the page changes
 * nothing, and the press signs in only the browser that asked.
 * @param expiresAt when the request ends (instant)
 */
export function writeSignInLink({ requestId, code, expiresAt }: SignInLink & { readonly expiresAt: Date }): string {
  return signLink("signIn", { ids: [requestId, code], expiresAt: Math.floor(expiresAt.getTime() / 1000) });
}

/** What the token says, or null when it is forged, malformed or too old at `at`. */
export function readSignInLink(token: string, at: Date): SignInLink | null {
  const [requestId, code, ...rest] = readLink("signIn", token, at) ?? [];
  if (requestId === undefined || code === undefined || rest.length > 0) return null;
  return { requestId, code };
}
