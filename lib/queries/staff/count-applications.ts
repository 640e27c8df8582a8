import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "./viewer";

/** A round with what has become of its applications so far. Days are civil. */
export type RoundStanding = {
  readonly opensOn: string;
  readonly closesOn: string;
  readonly decideBy: string;
  readonly places: number;
  readonly waiting: number;
  readonly accepted: number;
};

/** The newest round that anybody applied in, or null. */
export async function countApplications(viewer: Viewer): Promise<RoundStanding | null> {
  authorise(viewer, "application.view");
  const { organisationId, id: panelId } = viewer.panel;
  const rows = await database().$queryRaw<RoundStanding[]>`
    SELECT r.opens_on::text AS "opensOn", r.closes_on::text AS "closesOn", r.decide_by::text AS "decideBy", r.places,
      count(*) FILTER (WHERE a.outcome IS NULL)::int AS waiting,
      count(*) FILTER (WHERE a.outcome = 'accepted')::int AS accepted
    FROM application_round r
    JOIN application a ON a.organisation_id = r.organisation_id AND a.round_id = r.id
    WHERE r.organisation_id = ${organisationId}::uuid AND r.panel_id = ${panelId}::uuid
    GROUP BY r.organisation_id, r.id ORDER BY (count(*) FILTER (WHERE a.outcome IS NULL) > 0) DESC, r.closes_on DESC
    LIMIT 1`;
  return rows[0] ?? null;
}
