import { buffer } from "node:stream/consumers";
import DKIM from "nodemailer/lib/dkim";
import type { Config } from "@/lib/config/config";

/** Puts the organisation's DKIM signature (RFC 6376) on a mail, where a key is configured. */
export type Sign = (bytes: Buffer) => Promise<Buffer>;

export function signer(dkim: Config["dkim"]): Sign {
  if (dkim === undefined) return async (bytes) => bytes;
  const signing = new DKIM({
    domainName: dkim.domain,
    keySelector: dkim.selector,
    privateKey: dkim.privateKey.replaceAll("\\n", "\n"),
  });
  return async (bytes) => buffer(signing.sign(bytes));
}
