import { pool } from "@/lib/db/client";

/** What is next in a run that is carried out: a person, or nobody any more and the run is to be finished. */
export type NextTurn = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly runId: string;
  readonly subjectRef: string | null;
};

// While something about a ledger is wrong, its organisation deletes nothing: what is there may be needed to mend it.
const text = `SELECT r.organisation_id AS "organisationId", r.panel_id AS "panelId", r.id AS "runId",
    (SELECT i.subject_ref FROM disposal_item i WHERE i.organisation_id = r.organisation_id AND i.run_id = r.id
      AND i.outcome IS NULL ORDER BY i.subject_ref LIMIT 1) AS "subjectRef"
  FROM disposal_run r
  WHERE r.approved_at IS NOT NULL AND r.finished_at IS NULL AND r.cancelled_at IS NULL
    AND NOT EXISTS (SELECT FROM ledger_hold h WHERE h.organisation_id = r.organisation_id AND h.released_at IS NULL)
  ORDER BY r.approved_at LIMIT 1`;

/** The next turn of the run that was approved first; null when none waits. */
export async function findTurn(): Promise<NextTurn | null> {
  const { rows } = await pool().query<NextTurn>({ name: "disposal-find-turn", text });
  return rows[0] ?? null;
}
