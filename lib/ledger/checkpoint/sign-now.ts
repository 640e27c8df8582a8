import { readConfig } from "@/lib/config/config";
import { readSigning } from "@/lib/config/signing";
import { signTree } from "./sign";

/**
 * Signs what is new of an organisation's ledger, now, so that an entry just made can be proven. Only in the worker, where
 * the key is. The worker's next round publishes it.
 * @returns false where this process has no key
 */
export async function signNow(organisationId: string): Promise<boolean> {
  const signing = readSigning();
  if (signing === null) return false;
  await signTree(organisationId, { ...signing, appUrl: readConfig().appUrl });
  return true;
}
