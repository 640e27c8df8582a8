import { hashToken } from "@/lib/auth/secrets";
import { newId } from "@/lib/id";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { editionToRead } from "./edition-of-draft";
import { lockDraft, type DraftKey } from "./join-draft";

/** An unfinished draft is thrown away after a day. */
const draftHours = 24;

/** `edition`: the language or format of the notice the person reads, as in its address. */
type Begun = DraftKey & { readonly edition?: string };

/**
 * Begins a draft that touches nothing but its own expiring row. Pressing twice, or coming back, goes on with the draft
 * this browser already has; one that was sent already makes room for a new one only through a new token.
 */
export async function startJoin(ctx: Ctx, input: Begun): Promise<Result<null>> {
  const { panel, draftToken, edition = "" } = input;
  if ((await lockDraft(ctx, input)) !== null) return ok(null);
  await ctx.tx.joinRequest.create({
    data: {
      organisationId: panel.organisationId,
      id: newId(ctx.at),
      panelId: panel.id,
      draftTokenHash: hashToken(draftToken),
      answers: {},
      privacyNoticeId: await editionToRead(ctx, panel, edition),
      noticeShownAt: ctx.at,
      createdAt: ctx.at,
      expiresAt: new Date(ctx.at.getTime() + draftHours * 3_600_000),
    },
  });
  return ok(null);
}
