import type { Ctx } from "../context";
import { actingMember } from "../membership/acting-member";

/**
 * The acting member's own invitation with its activity, or null: someone else's is the same as none. The activity stays as
 * it is until the answer is kept: whoever calls it off or moves it at the same moment knows of the answer.
 */
export async function findOwnInvitation(ctx: Ctx, invitationId: string) {
  const { organisationId, panelId, memberId } = actingMember(ctx);
  await ctx.tx.$executeRaw`
    select 1 from invitation i
    join activity a on a.organisation_id = i.organisation_id and a.id = i.activity_id
    where i.organisation_id = ${organisationId}::uuid and i.id = ${invitationId}::uuid for share of a`;
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
