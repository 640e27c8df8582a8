import { setTimeout as pause } from "node:timers/promises";
import { signNow } from "@/lib/ledger/checkpoint/sign-now";
import { log } from "@/lib/log";
import type { Claimed } from "./claim";

/** A receipt does not wait longer for its proof than this: it then says where the proof will be. */
const longestMs = 3_000;

async function sign(organisationId: string): Promise<void> {
  try {
    await signNow(organisationId);
  } catch (fault) {
    log.error("A ledger could not be signed, so its receipts go without proof", { organisationId, fault });
  }
}

/**
 * Has each ledger signed that a receipt among these is about, so that the receipt can carry its proof. Call it before any
 * member is locked: whoever says "no" meanwhile waits for nothing here. It never throws and never takes long.
 */
export async function coverReceipts(claimed: readonly Claimed[]): Promise<void> {
  const proving = claimed.filter(({ subjectIds }) => typeof subjectIds["requestId"] === "string");
  const organisations = new Set(proving.map(({ organisationId }) => organisationId));
  if (organisations.size === 0) return;
  const enough = new AbortController();
  const signed = Promise.all([...organisations].map(sign));
  const late = pause(longestMs, undefined, { signal: enough.signal }).catch(() => undefined);
  await Promise.race([signed, late]);
  enough.abort();
}
