import { hashToken } from "@/lib/auth/secrets";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { lockDraft, type DraftKey } from "./join-draft";

/**
 * Takes a sent draft back, to put a wrong address right. The link in the first mail no longer confirms anything until
 * the draft is sent again.
 */
export async function reopenJoin(ctx: Ctx, input: DraftKey): Promise<Result<null>> {
  const draft = await lockDraft(ctx, input);
  if (draft === null || draft.confirmedAt !== null) return refuse("join.draftEnded");
  await ctx.tx.joinRequest.update({
    where: { draftTokenHash: hashToken(input.draftToken) },
    data: { submittedAt: null, addressHash: null },
  });
  return ok(null);
}
