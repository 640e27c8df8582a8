import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Viewer } from "./viewer";

/** An activity that was moved, and how many people said yes to when and where it was before and were not told. */
export type Untold = { readonly id: string; readonly title: string; readonly count: number };

/** What of the panel was moved and has yet to be told; of one activity when its id is given. */
export async function listUntold({ panel }: Viewer, activityId?: string): Promise<readonly Untold[]> {
  const one = activityId === undefined ? Prisma.empty : Prisma.sql`AND a.id = ${activityId}::uuid`;
  return database().$queryRaw<Untold[]>`
    SELECT a.id::text AS id, a.title, count(*)::int AS count
    FROM activity a
    JOIN activity_session s ON s.organisation_id = a.organisation_id AND s.activity_id = a.id
    JOIN rsvp r ON r.organisation_id = s.organisation_id AND r.session_id = s.id AND r.answer = 'accepted'
      AND r.answered_at < s.moved_at
    WHERE a.organisation_id = ${panel.organisationId}::uuid AND a.panel_id = ${panel.id}::uuid
      AND a.state IN ('open', 'closed') AND s.starts_at > now() ${one}
      AND NOT EXISTS (SELECT 1 FROM mailing g WHERE g.organisation_id = a.organisation_id AND g.activity_id = a.id
        AND g.template = 'activity-changed' AND g.created_at >= s.moved_at AND g.state <> 'cancelled')
    GROUP BY a.id, a.title`;
}
