import { civilDate, dateColumn, londonDate, now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ActivityKind, CivilDate } from "@/lib/policy/vocabulary";

/** Something a member was asked to, in one line. */
export type AskedActivity = {
  readonly invitationId: string;
  readonly activityId: string;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly summary: string;
  readonly invitedAt: Date;
  /** The next session, or the last one when all are over. */
  readonly startsAt: Date | null;
  readonly place: string | null;
  /** Last day a survey takes answers. */
  readonly closesOn: CivilDate | null;
  readonly answer: "accepted" | "declined" | "answered" | "notThis" | null;
  /** It still can be answered, or changed. */
  readonly open: boolean;
};

const most = 100;

const asked = {
  id: true,
  invitedAt: true,
  notThisAt: true,
  rsvp: { select: { answer: true } },
  activity: {
    select: {
      id: true,
      kind: true,
      title: true,
      summary: true,
      state: true,
      closesOn: true,
      sessions: { select: { startsAt: true, place: true, joinLink: true }, orderBy: { startsAt: "asc" } },
    },
  },
} as const satisfies Prisma.InvitationSelect;

type Row = Prisma.InvitationGetPayload<{ select: typeof asked }>;

function isOpen({ activity }: Row, at: Date): boolean {
  if (activity.state !== "open") return false;
  if (activity.closesOn !== null) return dateColumn(londonDate(at)) <= activity.closesOn;
  return activity.sessions.length === 0 || activity.sessions.some(({ startsAt }) => startsAt > at);
}

function view(row: Row, answeredIds: ReadonlySet<string>, at: Date): AskedActivity {
  const { activity } = row;
  const session = activity.sessions.find(({ startsAt }) => startsAt > at) ?? activity.sessions.at(-1);
  const answered = answeredIds.has(activity.id) ? "answered" : null;
  return {
    invitationId: row.id,
    activityId: activity.id,
    kind: activity.kind,
    title: activity.title,
    summary: activity.summary,
    invitedAt: row.invitedAt,
    startsAt: session?.startsAt ?? null,
    place: session?.place ?? null,
    closesOn: activity.closesOn === null ? null : civilDate(activity.closesOn),
    answer: row.notThisAt === null ? (row.rsvp?.answer ?? answered) : "notThis",
    open: isOpen(row, at),
  };
}

/** What the member was asked to, newest first, at most 100; drafts never. */
export async function listAskedActivities(
  organisationId: string,
  memberId: string,
): Promise<readonly AskedActivity[]> {
  const [rows, responses] = await Promise.all([
    database().invitation.findMany({
      where: { organisationId, memberId, activity: { state: { not: "draft" } } },
      select: asked,
      orderBy: [{ invitedAt: "desc" }, { id: "desc" }],
      take: most,
    }),
    database().surveyResponse.findMany({ where: { organisationId, memberId }, select: { activityId: true } }),
  ]);
  const answeredIds = new Set(responses.map(({ activityId }) => activityId));
  const at = now();
  return rows.map((row) => view(row, answeredIds, at));
}
