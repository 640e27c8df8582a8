import { hashToken } from "@/lib/auth/secrets";
import { londonDate } from "@/lib/clock";
import { newId } from "@/lib/id";
import { joiningOn } from "@/lib/policy/application-round";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { editionToRead } from "./edition-of-draft";
import { lockDraft, type DraftKey } from "./join-draft";

/** An unfinished draft is thrown away after a day. */
const draftHours = 24;

/** `edition`: the language or format of the notice the person reads, as in its address. */
type Begun = DraftKey & { readonly edition?: string };

/**
 * Begins a draft that touches nothing but its own expiring row. Pressing twice, or coming back, goes on with the draft
 * this browser already has; one that was sent already makes room for a new one only through a new token. Refuses a
 * beginning while no round of applications is open.
 */
export async function startJoin(ctx: Ctx, input: Begun): Promise<Result<null>> {
  const { panel, draftToken, edition = "" } = input;
  if ((await lockDraft(ctx, input)) !== null) return ok(null);
  if (joiningOn(panel.document, londonDate(ctx.at)).kind === "closed") return refuse("join.roundClosed");
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
