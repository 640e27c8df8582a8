import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { attendancePurpose, mayNoteAttendance } from "@/lib/policy/attendance";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import type { Viewer } from "./viewer";

/**
 * How many people of these activities said yes, are not marked yet, and may be marked: who did not agree to being noted is
 * no work that waits (lib/policy/attendance.ts). By activity; null where nobody is asked, and everyone may be marked.
 */
export async function countUnmarked(
  { panel: { organisationId, document } }: Viewer,
  activityIds: readonly string[],
): Promise<ReadonlyMap<string, number> | null> {
  if (attendancePurpose(document) === null) return null;
  const rows = await database().$queryRaw<{ activityId: string; memberId: string }[]>`
    SELECT i.activity_id::text AS "activityId", i.member_id::text AS "memberId"
    FROM invitation i
    JOIN rsvp r ON r.organisation_id = i.organisation_id AND r.invitation_id = i.id AND r.answer = 'accepted'
    LEFT JOIN attendance t ON t.organisation_id = r.organisation_id AND t.session_id = r.session_id
      AND t.member_id = i.member_id
    WHERE i.organisation_id = ${organisationId}::uuid AND i.activity_id = ANY(${activityIds}::uuid[])
      AND t.member_id IS NULL`;
  const facts = await loadMemberFacts(
    organisationId,
    rows.map(({ memberId }) => memberId),
  );
  const at = now().getTime();
  const counts = new Map(activityIds.map((id) => [id, 0]));
  for (const { activityId, memberId } of rows) {
    if (!mayNoteAttendance(document, facts.get(memberId)?.consents ?? [], at)) continue;
    counts.set(activityId, (counts.get(activityId) ?? 0) + 1);
  }
  return counts;
}
