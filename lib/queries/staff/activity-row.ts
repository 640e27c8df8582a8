import { database } from "@/lib/db/client";
import type { ActivityKind } from "@/lib/policy/vocabulary";
import { civilDate } from "@/lib/clock";
import type { Viewer } from "./viewer";

/** An activity in a list, with how it stands. */
export type ActivityRow = {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly state: "draft" | "open" | "closed" | "cancelled";
  readonly createdAt: Date;
  /** Start of the first session; null for a survey. */
  readonly startsAt: Date | null;
  /** Last day answers are taken; null for an activity with sessions. */
  readonly closesOn: string | null;
  readonly capacity: number | null;
  readonly invited: number;
  readonly accepted: number;
  readonly declined: number;
  readonly responses: number;
  readonly marked: number;
  /** The last invitation or reminder about it. */
  readonly askedAt: Date | null;
};

type Counts = Pick<ActivityRow, "invited" | "accepted" | "declined" | "responses" | "marked" | "askedAt">;
type Activity = {
  id: string;
  kind: ActivityKind;
  title: string;
  state: ActivityRow["state"];
  createdAt: Date;
  closesOn: Date | null;
  sessions: { startsAt: Date; capacity: number }[];
};

const none: Counts = { invited: 0, accepted: 0, declined: 0, responses: 0, marked: 0, askedAt: null };

async function countsOf(organisationId: string, ids: readonly string[]): Promise<Map<string, Counts>> {
  const rows = await database().$queryRaw<(Counts & { id: string })[]>`
    SELECT a.id::text AS id,
      (SELECT count(*)::int FROM invitation i WHERE i.organisation_id = ${organisationId}::uuid AND i.activity_id = a.id) AS invited,
      (SELECT count(*)::int FROM rsvp r JOIN activity_session s ON s.organisation_id = r.organisation_id AND s.id = r.session_id
        WHERE s.organisation_id = ${organisationId}::uuid AND s.activity_id = a.id AND r.answer = 'accepted') AS accepted,
      (SELECT count(*)::int FROM rsvp r JOIN activity_session s ON s.organisation_id = r.organisation_id AND s.id = r.session_id
        WHERE s.organisation_id = ${organisationId}::uuid AND s.activity_id = a.id AND r.answer = 'declined') AS declined,
      (SELECT count(*)::int FROM survey_response v WHERE v.organisation_id = ${organisationId}::uuid AND v.activity_id = a.id) AS responses,
      (SELECT count(*)::int FROM attendance t JOIN activity_session s ON s.organisation_id = t.organisation_id AND s.id = t.session_id
        WHERE s.organisation_id = ${organisationId}::uuid AND s.activity_id = a.id) AS marked,
      (SELECT max(g.created_at) FROM mailing g WHERE g.organisation_id = ${organisationId}::uuid AND g.activity_id = a.id
        AND g.template IN ('focus-group-invitation', 'survey-invitation', 'invitation-reminder')) AS "askedAt"
    FROM unnest(${ids}::uuid[]) AS a(id)`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** What a list needs of each activity. */
export const activitySelection = {
  id: true,
  kind: true,
  title: true,
  state: true,
  createdAt: true,
  closesOn: true,
  sessions: { select: { startsAt: true, capacity: true }, orderBy: { startsAt: "asc" }, take: 1 },
} as const;

/** The rows with their counts: one more statement, however many rows. */
export async function withCounts(
  viewer: Viewer,
  activities: readonly Activity[],
): Promise<readonly ActivityRow[]> {
  const ids = activities.map((activity) => activity.id);
  const counts = await countsOf(viewer.panel.organisationId, ids);
  return activities.map(({ sessions, closesOn, ...activity }) => ({
    ...activity,
    ...(counts.get(activity.id) ?? none),
    startsAt: sessions[0]?.startsAt ?? null,
    capacity: sessions[0]?.capacity ?? null,
    closesOn: closesOn === null ? null : civilDate(closesOn),
  }));
}
