import type { Tx } from "@/lib/db/transaction";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { comparePieces, type Compared } from "@/lib/usecases/permission/walk-part";

/** What is stored of these members and what the gate says afresh, all at once. */
export async function compareAll(
  tx: Tx,
  panel: PanelView,
  memberIds: readonly string[],
  at: Date,
): Promise<readonly Compared[]> {
  const all: Compared[] = [];
  await comparePieces(tx, panel, memberIds, at, async (these) => {
    all.push(...these);
  });
  return all;
}
