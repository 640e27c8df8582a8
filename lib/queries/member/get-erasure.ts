import { pool } from "@/lib/db/client";
import { suspensionOf, type StoredSuspension, type Suspension } from "@/lib/policy/legal-hold";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** What the page before an erasure tells: who it is, what would go, what stays, and whether something forbids it. */
export type ErasurePreview = {
  readonly memberId: string;
  readonly reference: string;
  readonly name: string;
  readonly joinedAt: Date | null;
  readonly messages: number;
  readonly waitingMessages: number;
  readonly answers: number;
  readonly stops: number;
  readonly entries: number;
  /** What suspends their deletion; null when nothing does. */
  readonly keptBy: Suspension | null;
};

type Stored = Omit<ErasurePreview, "keptBy"> & { readonly keptBy: StoredSuspension | null };

const query = `
  SELECT m.id AS "memberId", m.reference, m.given_name || ' ' || m.family_name AS name, m.joined_at AS "joinedAt",
    (SELECT count(*)::int FROM delivery d WHERE d.organisation_id = $1 AND d.member_id = m.id) AS messages,
    (SELECT count(*)::int FROM delivery d WHERE d.organisation_id = $1 AND d.member_id = m.id
      AND d.state IN ('queued', 'claimed')) AS "waitingMessages",
    (SELECT count(*)::int FROM survey_response s WHERE s.organisation_id = $1 AND s.member_id = m.id) AS answers,
    (SELECT count(*)::int FROM suppression s WHERE s.organisation_id = $1 AND s.lifted_at IS NULL
      AND (s.subject_ref = m.subject_ref OR s.address_hash IN (SELECT c.address_hash FROM contact_point c
        WHERE c.organisation_id = $1 AND c.member_id = m.id))) AS stops,
    (SELECT count(*)::int FROM ledger_entry e WHERE e.organisation_id = $1 AND e.subject_ref = m.subject_ref) AS entries,
    deletion_suspended_by($1, $2, m.id) AS "keptBy"
  FROM member m WHERE m.organisation_id = $1 AND m.panel_id = $2 AND m.reference = $3`;

/** What erasing the member with this reference would do, or null when the panel has none. */
export async function getErasure(viewer: Viewer, reference: string): Promise<ErasurePreview | null> {
  authorise(viewer, "member.erase");
  const { organisationId, id } = viewer.panel;
  const values = [organisationId, id, reference.trim().toUpperCase()];
  const [row] = (await pool().query<Stored>(query, values)).rows;
  return row === undefined ? null : { ...row, keptBy: suspensionOf(row.keptBy) };
}
