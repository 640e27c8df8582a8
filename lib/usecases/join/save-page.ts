import { hashToken } from "@/lib/auth/secrets";
import { ok, refuse, type Result } from "@/lib/result";
import type { JoinDraft } from "@/lib/schemas/join-draft";
import type { Ctx } from "../context";
import { lockDraft, type DraftKey } from "./join-draft";

export type PageToSave = DraftKey & { readonly page: Partial<JoinDraft> };

/**
 * Keeps one page of a draft. Without a phone number or an address, earlier choices about them are dropped: they were
 * about a channel that no longer exists. Refuses a draft that has ended or was already sent.
 */
export async function savePage(ctx: Ctx, input: PageToSave): Promise<Result<null>> {
  const draft = await lockDraft(ctx, input);
  if (draft === null) return refuse("join.draftEnded");
  if (draft.submittedAt !== null) return refuse("join.alreadySent");
  const answers: JoinDraft = { ...draft.answers, ...input.page };
  await ctx.tx.joinRequest.update({
    where: { draftTokenHash: hashToken(input.draftToken) },
    data: {
      answers,
      ...(input.page.choices === undefined ? {} : { choicesShownAt: ctx.at }),
    },
  });
  return ok(null);
}
