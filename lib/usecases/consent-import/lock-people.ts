import { statement } from "@/lib/db/transaction";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { gatherFacts } from "@/lib/queries/member/load-member-facts";
import { storedFacts, type FactPlaces, type StoredFacts } from "@/lib/queries/member/stored-facts";
import type { Ctx } from "../context";

const lock = {
  name: "lock_people",
  text: `SELECT m.id::text AS id FROM member m WHERE m.organisation_id = $1 AND m.panel_id = $2 AND m.id IN (
      SELECT unnest($3::uuid[])
      UNION SELECT other.member_id FROM contact_point own
        JOIN contact_point other ON other.organisation_id = own.organisation_id
          AND other.address_hash = own.address_hash AND other.removed_at IS NULL
        WHERE own.organisation_id = $1 AND own.member_id = ANY ($3::uuid[]))
    ORDER BY m.id FOR NO KEY UPDATE OF m`,
};

/**
 * Locks these members and everyone of the panel who shares an address with them, in the order in which single decisions
 * lock (lockFacts), and reads what is recorded about all of them.
 */
export async function lockPeople(
  ctx: Ctx,
  { organisationId, id: panelId }: PanelView,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, StoredFacts>> {
  const locked = await statement<{ id: string }>(ctx.tx, lock, [organisationId, panelId, memberIds]);
  const ids = locked.map(({ id }) => id);
  const rows = await statement<{ facts: string }>(ctx.tx, gatherFacts, [organisationId, ids]);
  return new Map(
    rows.map(({ facts }) => {
      const stored = storedFacts(JSON.parse(facts) as FactPlaces);
      return [stored.id, stored];
    }),
  );
}
