import { appendEntry } from "@/lib/ledger/append";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { carriedOut, settleItems } from "./settle-items";
import { waitingOf, type Outcome, type Turn } from "./turn";

/**
 * Notes that a person could not be disposed of, so that the others are not kept waiting: the certificate counts it, and what
 * was due comes again with the next run. Does nothing where it was done after all.
 */
export async function failTurn(ctx: Ctx, turn: Turn): Promise<Result<null>> {
  const items = await waitingOf(ctx, turn);
  if (items.length === 0) return ok(null);
  const outcomes = items.map(({ id, ruleKey, dueOn }): Outcome => {
    return { ...{ id, ruleKey, dueOn }, outcome: "failed", whole: false, isEmpty: false, heldBy: null };
  });
  await settleItems(ctx, turn, outcomes);
  await appendEntry(ctx, turn.organisationId, carriedOut(ctx, turn, outcomes));
  return ok(null);
}
