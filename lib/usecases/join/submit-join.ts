import { londonDate } from "@/lib/clock";
import { hashAddress, hashToken } from "@/lib/auth/secrets";
import { queueMessage } from "@/lib/messaging/queue-message";
import { joiningOn } from "@/lib/policy/application-round";
import { choicesComplete } from "@/lib/schemas/join-answers";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { editionOfDraft } from "./edition-of-draft";
import { lockDraft, type DraftKey } from "./join-draft";
import { knownInPanel } from "./known-in-panel";

/** A join that nobody confirms is forgotten after seven days. */
const daysToConfirm = 7;

/**
 * Sends the draft off: the person is asked by mail whether it was them. An address that is already on the panel gets
 * another mail and the same answer here, by the same work. A second press finds it sent and sends nothing.
 */
export async function submitJoin(ctx: Ctx, input: DraftKey): Promise<Result<null>> {
  const draft = await lockDraft(ctx, input);
  if (draft === null) return refuse("join.draftEnded");
  if (draft.submittedAt !== null) return ok(null);
  if ((await editionOfDraft(ctx, input.panel, draft.privacyNoticeId)) === null)
    return refuse("join.noticeChanged");
  const { details } = draft.answers;
  if (details === undefined || !choicesComplete(input.panel.document, draft.answers))
    return refuse("join.incomplete");
  const { organisationId, id: panelId, document } = input.panel;
  if (joiningOn(document, londonDate(ctx.at)).kind === "closed") return refuse("join.roundClosed");
  const addressHash = hashAddress(details.email);
  const known = await knownInPanel(ctx.tx, input.panel, addressHash);
  await ctx.tx.joinRequest.update({
    where: { draftTokenHash: hashToken(input.draftToken) },
    data: {
      addressHash,
      submittedAt: ctx.at,
      expiresAt: new Date(ctx.at.getTime() + daysToConfirm * 86_400_000),
    },
  });
  await queueMessage(ctx, {
    template: known === null ? "confirm-address" : "already-member",
    kind: "rightsReply",
    purposeKey: "joining",
    organisationId,
    panelId,
    joinRequestId: draft.id,
    ...known,
  });
  return ok(null);
}
