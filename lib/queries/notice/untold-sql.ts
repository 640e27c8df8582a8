import { Prisma } from "@/lib/db/generated/client";

/**
 * The condition on `member m` for those who must be told of a notice and were not: whose data the panel uses, and who was
 * shown neither this notice nor a later one, by whatever way.
 */
export function untoldCondition(organisationId: string, panelId: string, noticeNumber: number): Prisma.Sql {
  return Prisma.sql`m.organisation_id = ${organisationId}::uuid AND m.panel_id = ${panelId}::uuid
    AND m.state IN ('member', 'applicant')
    AND NOT EXISTS (
      SELECT FROM notice_shown s JOIN privacy_notice n
        ON n.organisation_id = s.organisation_id AND n.id = s.privacy_notice_id
      WHERE s.organisation_id = m.organisation_id AND s.member_id = m.id AND n.panel_id = m.panel_id
        AND n.number >= ${noticeNumber}::int)`;
}
