import { civilDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { ActivityKind } from "@/lib/policy/vocabulary";
import { listUntold } from "./untold-guests";
import { authorise, type Viewer } from "./viewer";

export type SessionView = {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string | null;
  readonly joinLink: string | null;
  readonly capacity: number;
  readonly adjustmentsAsked: string;
};

type Counts = Pick<ActivityView, "invited" | "accepted" | "declined" | "notThis" | "responded" | "askedAt">;

export type ActivityView = {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly purposeKey: string;
  readonly title: string;
  readonly summary: string;
  readonly state: "draft" | "open" | "closed" | "cancelled";
  /** SurveyJS JSON; null for an activity that is no survey. */
  readonly survey: unknown;
  readonly closesOn: string | null;
  readonly publishedAt: Date | null;
  /** When it was closed early or cancelled. */
  readonly closedAt: Date | null;
  readonly cancelReason: string | null;
  /** How often it was changed: a form carries it, so that a change in between is noticed. */
  readonly revision: number;
  readonly createdBy: string;
  readonly createdByName: string;
  /** The first session; an activity that staff create here has one. */
  readonly session: SessionView | null;
  readonly invited: number;
  readonly accepted: number;
  readonly declined: number;
  /** Asked not to hear of this activity again. */
  readonly notThis: number;
  /** Sent answers to a survey. */
  readonly responded: number;
  /** Said yes before day, time, place or link changed, and were not told yet. */
  readonly untold: number;
  /** The last invitation or reminder about it. */
  readonly askedAt: Date | null;
};

async function countInvited(organisationId: string, activityId: string) {
  const [counted] = await database().$queryRaw<Counts[]>`
    SELECT count(*)::int AS invited,
      count(*) FILTER (WHERE r.answer = 'accepted')::int AS accepted,
      count(*) FILTER (WHERE r.answer = 'declined')::int AS declined,
      count(*) FILTER (WHERE i.not_this_at IS NOT NULL AND r.answer IS NULL)::int AS "notThis",
      (SELECT count(*)::int FROM survey_response s
        WHERE s.organisation_id = ${organisationId}::uuid AND s.activity_id = ${activityId}::uuid) AS responded,
      (SELECT max(g.created_at) FROM mailing g
        WHERE g.organisation_id = ${organisationId}::uuid AND g.activity_id = ${activityId}::uuid
          AND g.template IN ('focus-group-invitation', 'survey-invitation', 'invitation-reminder')) AS "askedAt"
    FROM invitation i LEFT JOIN rsvp r ON r.organisation_id = i.organisation_id AND r.invitation_id = i.id
    WHERE i.organisation_id = ${organisationId}::uuid AND i.activity_id = ${activityId}::uuid`;
  return counted ?? { invited: 0, accepted: 0, declined: 0, notThis: 0, responded: 0, askedAt: null };
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One activity of the panel with its answers counted, or null. */
export async function getActivity(viewer: Viewer, id: string): Promise<ActivityView | null> {
  authorise(viewer, "activity.view");
  if (!isUuid.test(id)) return null;
  const { organisationId, id: panelId } = viewer.panel;
  const found = await database().activity.findUnique({
    where: { organisationId_id: { organisationId, id }, panelId },
    include: { sessions: { orderBy: { startsAt: "asc" }, take: 1 } },
  });
  if (found === null) return null;
  const [counts, untold, creator] = await Promise.all([
    countInvited(organisationId, id),
    listUntold(viewer, id),
    database().staff.findUnique({ where: { id: found.createdBy }, select: { name: true } }),
  ]);
  const [session = null] = found.sessions;
  return {
    id: found.id,
    kind: found.kind,
    purposeKey: found.purposeKey,
    title: found.title,
    summary: found.summary,
    state: found.state,
    survey: found.survey,
    closesOn: found.closesOn === null ? null : civilDate(found.closesOn),
    publishedAt: found.publishedAt,
    closedAt: found.closedAt,
    cancelReason: found.cancelReason,
    revision: found.revision,
    createdBy: found.createdBy,
    createdByName: creator?.name ?? "",
    session,
    ...counts,
    untold: untold[0]?.count ?? 0,
  };
}
