import { statement } from "@/lib/db/transaction";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

/** A disposal run whose row is locked until the transaction ends. */
export type LockedRun = {
  readonly id: string;
  readonly asOf: string;
  readonly itemsHash: string;
  readonly simulatedBy: string;
  readonly isApproved: boolean;
  readonly isStarted: boolean;
};

const find = {
  name: "disposal-open-run",
  text: `SELECT id, as_of::text AS "asOf", items_hash AS "itemsHash", simulated_by AS "simulatedBy",
      approved_at IS NOT NULL AS "isApproved", started_at IS NOT NULL AS "isStarted"
    FROM disposal_run WHERE organisation_id = $1 AND panel_id = $2 AND finished_at IS NULL AND cancelled_at IS NULL
    FOR UPDATE`,
};

/** The panel's run that is neither over nor taken back, locked; null when there is none. */
export async function lockOpenRun(
  ctx: Ctx,
  { organisationId, id }: Pick<PanelView, "organisationId" | "id">,
): Promise<LockedRun | null> {
  const [run] = await statement<LockedRun>(ctx.tx, find, [organisationId, id]);
  return run ?? null;
}
