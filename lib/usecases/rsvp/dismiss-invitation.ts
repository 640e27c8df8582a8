import { appendEntry } from "@/lib/ledger/append";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { actingMember, lockActingMember } from "../membership/acting-member";
import { findOwnInvitation } from "./own-invitation";

/**
 * "Not this one": the mildest goodbye. No more reminders about this activity, a place that was taken is free again,
 * and everything else stays as it is. Pressing twice is the same as once.
 */
export async function dismissInvitation(
  ctx: Ctx,
  { invitationId }: { readonly invitationId: string },
): Promise<Result<{ readonly memberId: string }>> {
  const { organisationId, memberId, method } = actingMember(ctx);
  const { subjectRef } = await lockActingMember(ctx);
  const invitation = await findOwnInvitation(ctx, invitationId);
  if (invitation === null) return refuse("invitation.unknown");
  if (invitation.notThisAt !== null) return ok({ memberId });
  const { activityId } = invitation;
  await ctx.tx.invitation.update({
    where: { organisationId_id: { organisationId, id: invitationId } },
    data: { notThisAt: ctx.at },
  });
  await ctx.tx.rsvp.updateMany({
    where: { organisationId, invitationId, answer: "accepted", session: { startsAt: { gt: ctx.at } } },
    data: { answer: "declined", answeredAt: ctx.at },
  });
  await ctx.tx.adjustment.deleteMany({ where: { organisationId, activityId, memberId } });
  await appendEntry(ctx, organisationId, {
    eventType: "invitation.answered",
    panelId: invitation.activity.panelId,
    subjectRef,
    purposeKey: invitation.activity.purposeKey,
    effectiveAt: ctx.at,
    data: { invitationId, activityId, answer: "notThis", method },
  });
  return ok({ memberId });
}
