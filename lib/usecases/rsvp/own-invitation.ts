import type { Ctx } from "../context";
import { actingMember } from "../membership/acting-member";

/** The acting member's own invitation with its activity, or null: someone else's is the same as none. */
export async function findOwnInvitation(ctx: Ctx, invitationId: string) {
  const { organisationId, panelId, memberId } = actingMember(ctx);
  return ctx.tx.invitation.findFirst({
    where: { organisationId, id: invitationId, memberId, activity: { panelId, state: { not: "draft" } } },
    select: {
      organisationId: true,
      id: true,
      activityId: true,
      notThisAt: true,
      rsvp: { select: { answer: true, sessionId: true } },
      activity: {
        select: {
          panelId: true,
          kind: true,
          purposeKey: true,
          state: true,
          sessions: { select: { id: true, startsAt: true, capacity: true }, orderBy: { startsAt: "asc" } },
        },
      },
    },
  });
}

export type OwnInvitation = NonNullable<Awaited<ReturnType<typeof findOwnInvitation>>>;
