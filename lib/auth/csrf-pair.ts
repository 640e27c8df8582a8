import { createHash } from "node:crypto";
import { newToken } from "./secrets";

/** A token and the cookie that goes with it, as next-auth 4 makes and checks them: token|sha256(token + secret). */
export function csrfPair(secret: string): { readonly token: string; readonly cookie: string } {
  const token = newToken();
  const hash = createHash("sha256").update(`${token}${secret}`).digest("hex");
  return { token, cookie: `${token}|${hash}` };
}
