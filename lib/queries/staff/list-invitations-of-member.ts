import { database } from "@/lib/db/client";
import type { ActivityKind } from "@/lib/policy/vocabulary";
import { authorise, type Viewer } from "./viewer";

export type MemberInvitation = {
  readonly activityId: string;
  readonly title: string;
  readonly kind: ActivityKind;
  readonly invitedAt: Date;
  readonly answer: "accepted" | "declined" | "notThis" | "none";
  /** For surveys: whether answers were sent. Never the answers. */
  readonly responded: boolean;
  readonly attendance: "came" | "absent" | null;
};

const newest = 30;

/** The member's newest invitations and what became of each; one statement. */
export async function listInvitationsOfMember(
  viewer: Viewer,
  memberId: string,
): Promise<readonly MemberInvitation[]> {
  authorise(viewer, "member.view");
  const { organisationId, id: panelId } = viewer.panel;
  const rows = await database().$queryRaw<MemberInvitation[]>`
    SELECT a.id::text AS "activityId", a.title, a.kind::text AS kind, i.invited_at AS "invitedAt",
      CASE WHEN i.not_this_at IS NOT NULL THEN 'notThis' ELSE coalesce(r.answer::text, 'none') END AS answer,
      EXISTS (SELECT 1 FROM survey_response s WHERE s.organisation_id = i.organisation_id
        AND s.activity_id = i.activity_id AND s.member_id = i.member_id) AS responded,
      (SELECT t.outcome::text FROM attendance t JOIN activity_session o
        ON o.organisation_id = t.organisation_id AND o.id = t.session_id
        WHERE t.organisation_id = i.organisation_id AND t.member_id = i.member_id AND o.activity_id = i.activity_id
        ORDER BY t.marked_at DESC LIMIT 1) AS attendance
    FROM invitation i
    JOIN activity a ON a.organisation_id = i.organisation_id AND a.id = i.activity_id
    LEFT JOIN rsvp r ON r.organisation_id = i.organisation_id AND r.invitation_id = i.id
    WHERE i.organisation_id = ${organisationId}::uuid AND i.member_id = ${memberId}::uuid
      AND a.panel_id = ${panelId}::uuid
    ORDER BY i.invited_at DESC LIMIT ${newest}`;
  return rows.map((row) => ({ ...row, kind: kindOf(row.kind) }));
}

// Raw SQL speaks the database's names of the enum: focus_group for focusGroup.
function kindOf(name: string): ActivityKind {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as ActivityKind;
}
