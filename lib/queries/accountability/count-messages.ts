import { database } from "@/lib/db/client";
import type { Viewer } from "@/lib/queries/staff/viewer";

const days = 30;

/** How many messages a day were sent for each purpose by the mailings of the last 30 days; purposes without any are absent. */
export async function countMessagesPerDay(
  { panel: { organisationId, id: panelId } }: Viewer,
  at: Date,
): Promise<ReadonlyMap<string, number>> {
  const since = new Date(at.getTime() - days * 86_400_000);
  const rows = await database().$queryRaw<{ purposeKey: string; sent: number }[]>`
    SELECT g.purpose_key AS "purposeKey", count(*)::int AS sent
    FROM mailing g JOIN delivery d
      ON d.organisation_id = g.organisation_id AND d.mailing_id = g.id AND d.state = 'sent'
    WHERE g.organisation_id = ${organisationId}::uuid AND g.panel_id = ${panelId}::uuid AND g.created_at >= ${since}
    GROUP BY g.purpose_key`;
  return new Map(rows.map(({ purposeKey, sent }) => [purposeKey, Math.max(1, Math.round(sent / days))]));
}
