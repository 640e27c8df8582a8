import { civilDate, dateColumn, londonDate, now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { placesLeft } from "@/lib/policy/invitation";
import type { ActivityKind, CivilDate } from "@/lib/policy/vocabulary";

export type SessionView = {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string | null;
  readonly joinLink: string | null;
  /** What the organiser asks about needs, in the organiser's words. */
  readonly adjustmentsAsked: string;
  /** The member said yes to this one: one of its places is theirs. */
  readonly mine: boolean;
  /** Places that nobody has, the member's own not among them. */
  readonly placesLeft: number;
  readonly started: boolean;
};

/** An invitation as the invited member sees it. */
export type InvitationView = {
  readonly id: string;
  readonly activityId: string;
  readonly kind: ActivityKind;
  readonly purposeKey: string;
  readonly title: string;
  readonly summary: string;
  readonly state: "open" | "closed" | "cancelled";
  readonly closesOn: CivilDate | null;
  readonly outcome: string | null;
  /** Why it was called off, in the organiser's words. */
  readonly cancelReason: string | null;
  readonly sessions: readonly SessionView[];
  readonly notThis: boolean;
  readonly answer: "accepted" | "declined" | null;
  readonly answeredSessionId: string | null;
  /** What the member said would help them take part. */
  readonly need: string | null;
  /** The answer can still be given or changed. */
  readonly open: boolean;
};

async function find(organisationId: string, memberId: string, invitationId: string) {
  return database().invitation.findFirst({
    where: { organisationId, memberId, id: invitationId, activity: { state: { not: "draft" } } },
    include: {
      rsvp: true,
      activity: {
        include: {
          adjustments: { where: { memberId }, select: { need: true } },
          sessions: {
            orderBy: { startsAt: "asc" },
            include: {
              _count: {
                select: {
                  rsvps: { where: { answer: "accepted", invitation: { memberId: { not: memberId } } } },
                },
              },
            },
          },
        },
      },
    },
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof find>>>;

function session(row: Row["activity"]["sessions"][number], rsvp: Row["rsvp"], at: Date): SessionView {
  const { id, startsAt, endsAt, place, joinLink, adjustmentsAsked, capacity } = row;
  const mine = rsvp?.answer === "accepted" && rsvp.sessionId === id;
  const open = placesLeft({ capacity, acceptedByOthers: row._count.rsvps });
  return {
    id,
    startsAt,
    endsAt,
    place,
    joinLink,
    adjustmentsAsked,
    mine,
    placesLeft: mine ? Math.max(0, open - 1) : open,
    started: startsAt <= at,
  };
}

/** The member's own invitation, or null: somebody else's is the same as none. */
export async function getInvitation(
  organisationId: string,
  memberId: string,
  invitationId: string,
): Promise<InvitationView | null> {
  const row = await find(organisationId, memberId, invitationId);
  if (row === null || row.activity.state === "draft") return null;
  const { activity } = row;
  const at = now();
  const sessions = activity.sessions.map((one) => session(one, row.rsvp, at));
  const inTime =
    activity.closesOn === null
      ? sessions.some(({ started }) => !started)
      : dateColumn(londonDate(at)) <= activity.closesOn;
  return {
    id: row.id,
    activityId: activity.id,
    kind: activity.kind,
    purposeKey: activity.purposeKey,
    title: activity.title,
    summary: activity.summary,
    state: row.activity.state,
    closesOn: activity.closesOn === null ? null : civilDate(activity.closesOn),
    outcome: activity.outcome,
    cancelReason: activity.cancelReason,
    sessions,
    notThis: row.notThisAt !== null,
    answer: row.rsvp?.answer ?? null,
    answeredSessionId: row.rsvp?.sessionId ?? null,
    need: activity.adjustments[0]?.need ?? null,
    open: activity.state === "open" && inTime,
  };
}
