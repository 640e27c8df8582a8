import { drainHandOver } from "@/lib/messaging/drain";
import type { Outcome } from "../form-action";

/**
 * After a "no" was saved, and before it is said to be: waits for a message that a worker has in its hands, then leads to
 * the page that says what is true. `late` tells that page that one message may still arrive.
 */
export async function redirectAfterNo(
  path: string,
  query: Record<string, string>,
  toDrain: readonly string[],
): Promise<Outcome> {
  const drained = toDrain.length === 0 ? "drained" : await drainHandOver(toDrain);
  const search = new URLSearchParams({ ...query, ...(drained === "mayBeOnItsWay" ? { late: "1" } : {}) });
  return { redirectTo: search.size === 0 ? path : `${path}?${search.toString()}` };
}
