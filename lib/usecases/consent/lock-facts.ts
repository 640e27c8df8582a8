import { statement, type Tx } from "@/lib/db/transaction";
import { storedFacts, type FactPlaces, type StoredFacts } from "@/lib/queries/member/stored-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";

const lock = {
  name: "locked_facts",
  text: "SELECT locked_facts($1, $2, $3) AS facts",
};

/** The deciding member and everyone of the panel who shares an address with them (the member among them). */
export type LockedFacts = { readonly own: StoredFacts; readonly sharing: readonly StoredFacts[] };

/**
 * Locks the member and everyone of the panel who shares an address with them, always in the same order: a "no" that
 * suppresses the address changes what may be sent to each of them (law.md PE-13). Two decisions at once are taken one
 * after the other; nothing that sends holds these locks. One round trip.
 * @returns what is recorded about each of them, read after the locks were won.
 * @throws Error when the member is not of this panel.
 */
export async function lockFacts(tx: Tx, panel: PanelView, memberId: string): Promise<LockedFacts> {
  const [row] = await statement<{ facts: string }>(tx, lock, [panel.organisationId, panel.id, memberId]);
  const sharing = (JSON.parse(row?.facts ?? "[]") as readonly FactPlaces[]).map(storedFacts);
  const own = sharing.find(({ id }) => id === memberId);
  if (own === undefined) throw new Error("The deciding member is not of this panel");
  return { own, sharing };
}
