import { appendEntries } from "@/lib/ledger/append";
import type { LedgerEvent } from "@/lib/ledger/event";
import { queueMessage } from "@/lib/messaging/queue-message";
import { mayAnswer } from "@/lib/policy/invitation";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { actingMember, lockActingMember } from "../membership/acting-member";
import { findOwnInvitation, type OwnInvitation } from "./own-invitation";
import { settleAdjustment, type AdjustmentAnswer } from "./settle-adjustment";

export type InvitationAnswer = {
  readonly invitationId: string;
  readonly answer: "accepted" | "declined";
  /** Which session; may be left out when there is one only. */
  readonly sessionId?: string | undefined;
  readonly adjustment: AdjustmentAnswer;
};

type Session = OwnInvitation["activity"]["sessions"][number];

/** How many others come to the session, once whoever answers at the same moment has answered. */
async function acceptedByOthers(ctx: Ctx, invitation: OwnInvitation, session: Session): Promise<number> {
  const { organisationId } = invitation;
  await ctx.tx.$executeRaw`select 1 from activity_session
    where organisation_id = ${organisationId}::uuid and id = ${session.id}::uuid for no key update`;
  return ctx.tx.rsvp.count({
    where: {
      organisationId,
      sessionId: session.id,
      answer: "accepted",
      NOT: { invitationId: invitation.id },
    },
  });
}

/** Whether the policy lets this answer be recorded now. Answering for another session is a change too. */
async function judge(
  ctx: Ctx,
  invitation: OwnInvitation,
  session: Session,
  answer: InvitationAnswer["answer"],
) {
  const sameSession = invitation.rsvp?.sessionId === session.id;
  return mayAnswer(
    {
      activity: invitation.activity.state,
      notThis: invitation.notThisAt !== null,
      answer: sameSession ? (invitation.rsvp?.answer ?? null) : null,
    },
    {
      startsAt: session.startsAt.getTime(),
      capacity: session.capacity,
      acceptedByOthers: await acceptedByOthers(ctx, invitation, session),
    },
    answer,
    ctx.at.getTime(),
  );
}

async function keepAnswer(
  ctx: Ctx,
  invitation: OwnInvitation,
  session: Session,
  answer: InvitationAnswer["answer"],
) {
  const { organisationId, id: invitationId } = invitation;
  const kept = { sessionId: session.id, answer, answeredAt: ctx.at };
  await ctx.tx.rsvp.upsert({
    where: { organisationId_invitationId: { organisationId, invitationId } },
    create: { organisationId, invitationId, ...kept },
    update: kept,
  });
  if (invitation.notThisAt !== null) {
    await ctx.tx.invitation.update({
      where: { organisationId_id: { organisationId, id: invitationId } },
      data: { notThisAt: null },
    });
  }
}

function answered(
  ctx: Ctx,
  invitation: OwnInvitation,
  session: Session,
  answer: string,
  subjectRef: string,
): LedgerEvent {
  return {
    eventType: "invitation.answered",
    panelId: invitation.activity.panelId,
    subjectRef,
    purposeKey: invitation.activity.purposeKey,
    effectiveAt: ctx.at,
    data: {
      invitationId: invitation.id,
      activityId: invitation.activityId,
      sessionId: session.id,
      answer,
      method: actingMember(ctx).method,
    },
  };
}

/** A mail with when and where, for who comes. */
async function confirm(ctx: Ctx, invitation: OwnInvitation): Promise<void> {
  const { organisationId, panelId, memberId } = actingMember(ctx);
  await queueMessage(ctx, {
    template: "rsvp-confirmation",
    kind: "service",
    purposeKey: invitation.activity.purposeKey,
    organisationId,
    panelId,
    memberId,
    subjectIds: { invitationId: invitation.id, activityId: invitation.activityId },
  });
}

/**
 * The member accepts or declines. A mind may change until the session starts; a full session refuses, and never takes
 * one more than it has places for. The same answer again changes nothing and leaves no second trace.
 */
export async function answerInvitation(
  ctx: Ctx,
  input: InvitationAnswer,
): Promise<Result<{ answer: string }>> {
  const { subjectRef, state } = await lockActingMember(ctx);
  if (state !== "member") return refuse("membership.over");
  const invitation = await findOwnInvitation(ctx, input.invitationId);
  if (invitation === null) return refuse("invitation.unknown");
  const sessions = invitation.activity.sessions;
  const session =
    input.sessionId === undefined ? sessions[0] : sessions.find(({ id }) => id === input.sessionId);
  if (session === undefined) return refuse("invitation.unknown");
  const judged = await judge(ctx, invitation, session, input.answer);
  if (!judged.ok) return refuse(judged.code);
  const adjustment = await settleAdjustment(ctx, invitation, input.answer, input.adjustment, subjectRef);
  if (!adjustment.ok) return adjustment;
  if (judged.changes) {
    await keepAnswer(ctx, invitation, session, input.answer);
    if (input.answer === "accepted") await confirm(ctx, invitation);
  }
  await appendEntries(ctx, invitation.organisationId, [
    ...(judged.changes ? [answered(ctx, invitation, session, input.answer, subjectRef)] : []),
    ...adjustment.value,
  ]);
  return ok({ answer: input.answer });
}
