import { readLink } from "./signed-link";

/** What the link in a sign-in mail says: which request, and the code of the same mail. */
export type SignInLink = { readonly requestId: string; readonly code: string };

/**
 * What the token of a sign-in link says, or null when it is forged, malformed or too old at `at`. The link saves typing
 * the code and nothing more: opening it changes nothing, and the press signs in only the browser that asked.
 */
export function readSignInLink(token: string, at: Date): SignInLink | null {
  const [requestId, code, ...rest] = readLink("signIn", token, at) ?? [];
  if (requestId === undefined || code === undefined || rest.length > 0) return null;
  return { requestId, code };
}
