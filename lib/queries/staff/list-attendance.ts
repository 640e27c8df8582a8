import { database } from "@/lib/db/client";
import { now } from "@/lib/clock";
import { attendancePurpose, mayNoteAttendance } from "@/lib/policy/attendance";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { authorise, type Viewer } from "./viewer";

/** Someone whose coming is to be marked. */
export type Expected = {
  readonly memberId: string;
  readonly reference: string;
  readonly name: string;
  readonly attendance: "came" | "absent" | null;
  /** Whether it may be noted at all: some panels promised to ask first. */
  readonly mayNote: boolean;
};

const most = 1_000;

/** Who accepted this session, and who was marked without having accepted, by surname: the attendance form. */
export async function listAttendance(viewer: Viewer, sessionId: string): Promise<readonly Expected[]> {
  authorise(viewer, "attendance.mark");
  const { organisationId, id: panelId, document } = viewer.panel;
  const rows = await database().$queryRaw<Omit<Expected, "mayNote">[]>`
    WITH person AS (
      SELECT i.member_id FROM rsvp r JOIN invitation i ON i.organisation_id = r.organisation_id AND i.id = r.invitation_id
      WHERE r.organisation_id = ${organisationId}::uuid AND r.session_id = ${sessionId}::uuid AND r.answer = 'accepted'
      UNION
      SELECT t.member_id FROM attendance t
      WHERE t.organisation_id = ${organisationId}::uuid AND t.session_id = ${sessionId}::uuid
    )
    SELECT m.id::text AS "memberId", m.reference, m.given_name || ' ' || m.family_name AS name,
      t.outcome::text AS attendance
    FROM person JOIN member m ON m.organisation_id = ${organisationId}::uuid AND m.id = person.member_id
    LEFT JOIN attendance t ON t.organisation_id = m.organisation_id AND t.session_id = ${sessionId}::uuid AND t.member_id = m.id
    WHERE m.panel_id = ${panelId}::uuid AND m.state <> 'erased'
    ORDER BY m.sort_name, m.id LIMIT ${most}`;
  const asks = attendancePurpose(document) !== null;
  const facts = asks
    ? await loadMemberFacts(
        organisationId,
        rows.map(({ memberId }) => memberId),
      )
    : new Map();
  const at = now().getTime();
  return rows.map((row) => ({
    ...row,
    mayNote: !asks || mayNoteAttendance(document, facts.get(row.memberId)?.consents ?? [], at),
  }));
}
