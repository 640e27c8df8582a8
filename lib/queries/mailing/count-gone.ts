import { database } from "@/lib/db/client";
import { unanswered } from "@/lib/messaging/audience-sql";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** How many were asked to an activity and never answered, but are no members any more: no reminder is meant for them. */
export async function countGone(
  { organisationId, id: panelId }: PanelView,
  activityId: string,
): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from member m
    where m.organisation_id = ${organisationId}::uuid and m.panel_id = ${panelId}::uuid and m.state <> 'member'
      ${unanswered(activityId)}`;
  return row?.count ?? 0;
}
