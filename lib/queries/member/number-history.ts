import { pool } from "@/lib/db/client";
import type { HistoryItem } from "./list-history";

// Decisions and notices have tables of their own; which entry each of them has, the entry says.
const numbers = {
  name: "entry-numbers-of-member",
  text: `SELECT e.seq::text, d.data ->> CASE WHEN e.event_type = 'notice.shown' THEN 'noticeShownId'
        ELSE 'consentRecordId' END AS id
    FROM member m JOIN ledger_entry e ON e.organisation_id = m.organisation_id AND e.subject_ref = m.subject_ref
    CROSS JOIN LATERAL (SELECT convert_from(e.bytes, 'UTF8')::jsonb -> 'data' AS data) d
    WHERE m.organisation_id = $1 AND m.id = $2 AND e.effective_at BETWEEN $3 AND $4
      AND e.event_type IN ('notice.shown', 'consent.given', 'consent.refused', 'consent.withdrawn',
        'consent.objected', 'consent.expired')`,
};

/** A page of a member's history, newest first, with the number in the ledger of each decision and notice. */
export async function numberHistory(
  organisationId: string,
  memberId: string,
  items: readonly HistoryItem[],
): Promise<readonly HistoryItem[]> {
  const [newest, oldest] = [items.at(0), items.at(-1)];
  if (newest === undefined || oldest === undefined) return items;
  const values = [organisationId, memberId, oldest.at, newest.at];
  const { rows } = await pool().query<{ seq: string; id: string }>({ ...numbers, values });
  const known = new Map(rows.map(({ seq, id }) => [id, seq]));
  return items.map((item) => {
    const seq = known.get(item.key);
    return seq === undefined ? item : { ...item, seq };
  });
}
