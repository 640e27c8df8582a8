import { statement, type Tx } from "@/lib/db/transaction";
import type { StoredFacts } from "@/lib/queries/member/load-member-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";

const lock = {
  name: "locked_facts",
  text: "SELECT facts FROM locked_facts($1, $2, $3) AS facts",
};

/**
 * Locks the member and everyone of the panel who shares an address with them, always in the same order: a "no" that
 * suppresses the address changes what may be sent to each of them (law.md PE-13). Two decisions at once are taken one
 * after the other; nothing that sends holds these locks. One round trip.
 * @returns what is recorded about each of them, read after the locks were won.
 * @throws Error when the member is not of this panel.
 */
export async function lockFacts(
  tx: Tx,
  panel: PanelView,
  memberId: string,
): Promise<{ readonly own: StoredFacts; readonly sharing: readonly StoredFacts[] }> {
  const rows = await statement<{ facts: StoredFacts }>(tx, lock, [panel.organisationId, panel.id, memberId]);
  const sharing = rows.map(({ facts }) => facts);
  const own = sharing.find(({ id }) => id === memberId);
  if (own === undefined) throw new Error("The deciding member is not of this panel");
  return { own, sharing };
}
