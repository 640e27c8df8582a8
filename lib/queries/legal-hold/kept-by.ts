import { pool } from "@/lib/db/client";
import { suspensionOf, type StoredSuspension, type Suspension } from "@/lib/policy/legal-hold";
import type { PanelView } from "@/lib/queries/panel/get-panel";

const query = {
  name: "kept-by",
  text: "SELECT deletion_suspended_by($1, $2, $3) AS by",
};

/** What suspends the deletion of a member of the panel now, or null: the strongest of the four. */
export async function keptBy(
  { organisationId, id }: PanelView,
  memberId: string,
): Promise<Suspension | null> {
  const values = [organisationId, id, memberId];
  const { rows } = await pool().query<{ by: StoredSuspension | null }>({ ...query, values });
  return suspensionOf(rows[0]?.by ?? null);
}
