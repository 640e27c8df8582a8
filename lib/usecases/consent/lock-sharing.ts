import type { Tx } from "@/lib/db/transaction";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/**
 * Locks the member and everyone of the panel who shares an address with them, always in the same order: a "no" that
 * suppresses the address changes what may be sent to each of them (law.md PE-13). Two decisions at once are taken one
 * after the other; nothing that sends holds these locks. Take them before reading what was decided before.
 * @returns the ids of the locked members, the member's own among them.
 */
export async function lockSharing(tx: Tx, panel: PanelView, memberId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text from member
    where organisation_id = ${panel.organisationId}::uuid and panel_id = ${panel.id}::uuid
      and (id = ${memberId}::uuid or id in (
        select other.member_id from contact_point own
        join contact_point other on other.organisation_id = own.organisation_id
          and other.address_hash = own.address_hash and other.removed_at is null
        where own.organisation_id = ${panel.organisationId}::uuid and own.member_id = ${memberId}::uuid))
    order by id for no key update`;
  return rows.map(({ id }) => id);
}
