import { statement } from "@/lib/db/transaction";
import { suspensionOf, type StoredSuspension, type Suspension } from "@/lib/policy/legal-hold";
import type { Ctx } from "../context";

type Whose = { readonly organisationId: string; readonly panelId: string; readonly memberId: string };

// Who holds everyone of the panel takes its row first (place-hold.ts): either they wait for this, or this sees their hold.
const lockPanel = {
  name: "suspended-lock-panel",
  text: "SELECT FROM panel WHERE organisation_id = $1 AND id = $2 FOR SHARE",
};
const ask = {
  name: "deletion-suspended-by",
  text: `SELECT deletion_suspended_by($1, $2, $3) AS by`,
};

/**
 * What keeps a member whose row is locked, or null. No hold is placed on them until the transaction ends. The database
 * refuses to delete them in any case (trigger `member_held`); this says why before.
 */
export async function deletionSuspended(ctx: Ctx, whose: Whose): Promise<Suspension | null> {
  const { organisationId, panelId, memberId } = whose;
  await statement(ctx.tx, lockPanel, [organisationId, panelId]);
  const values = [organisationId, panelId, memberId];
  const [kept] = await statement<{ by: StoredSuspension | null }>(ctx.tx, ask, values);
  return suspensionOf(kept?.by ?? null);
}
