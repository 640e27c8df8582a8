import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "./viewer";

export type Answer = "accepted" | "declined" | "notThis" | "none";

/** Someone who was invited, and what they answered. */
export type Guest = {
  readonly memberId: string;
  readonly reference: string;
  readonly name: string;
  readonly answer: Answer;
  readonly answeredAt: Date | null;
  readonly attendance: "came" | "absent" | null;
};

export type GuestPage = { readonly guests: readonly Guest[]; readonly next: string | null };

const pageSize = 50;

/**
 * Those invited to an activity who gave this answer, in the order they were invited; `after` is the invitation that ended
 * the page before.
 */
export async function listGuests(
  viewer: Viewer,
  activityId: string,
  answer: Answer,
  after?: string,
): Promise<GuestPage> {
  authorise(viewer, "activity.view");
  const { organisationId } = viewer.panel;
  const rows = await database().$queryRaw<(Guest & { invitationId: string })[]>`
    SELECT i.id::text AS "invitationId", m.id::text AS "memberId", m.reference,
      m.given_name || ' ' || m.family_name AS name, ${answer} AS answer, r.answered_at AS "answeredAt",
      t.outcome::text AS attendance
    FROM invitation i
    JOIN activity a ON a.organisation_id = i.organisation_id AND a.id = i.activity_id
    JOIN member m ON m.organisation_id = i.organisation_id AND m.id = i.member_id
    LEFT JOIN rsvp r ON r.organisation_id = i.organisation_id AND r.invitation_id = i.id
    LEFT JOIN attendance t ON t.organisation_id = r.organisation_id AND t.session_id = r.session_id AND t.member_id = i.member_id
    WHERE i.organisation_id = ${organisationId}::uuid AND i.activity_id = ${activityId}::uuid
      AND a.panel_id = ${viewer.panel.id}::uuid
      AND ${answer} = coalesce(r.answer::text, CASE WHEN i.not_this_at IS NULL THEN 'none' ELSE 'notThis' END)
      AND (${after ?? null}::uuid IS NULL OR i.id > ${after ?? null}::uuid)
    ORDER BY i.id LIMIT ${pageSize + 1}`;
  const shown = rows.slice(0, pageSize);
  return {
    guests: shown.map(({ invitationId: _, ...guest }) => guest),
    next: rows.length > pageSize ? (shown.at(-1)?.invitationId ?? null) : null,
  };
}
