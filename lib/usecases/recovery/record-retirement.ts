import { statement } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

export type EpochRetired = { readonly organisationId: string; readonly epoch: number };

const find = {
  name: "retirement-to-record",
  text: `SELECT e.first_seq::text AS "firstSeq", e.last_seq::text AS "lastSeq" FROM ledger_epoch e
    WHERE e.organisation_id = $1 AND e.epoch = $2 AND e.retired_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM ledger_entry r WHERE r.organisation_id = $1 AND r.event_type = 'epoch.retired'
        AND position(convert_to('"retiredEpoch":"' || e.epoch || '"', 'UTF8') IN r.bytes) > 0)`,
};

/**
 * Records that the entries of an epoch were deleted: after it, for only the owner of the tables can, and once, so that it may
 * be asked for again where it was cut off in between. Returns the entry's number; null when there is nothing to record.
 */
export async function recordRetirement(
  ctx: Ctx,
  { organisationId, epoch }: EpochRetired,
): Promise<Result<bigint | null>> {
  const [retired] = await statement<{ firstSeq: string; lastSeq: string }>(ctx.tx, find, [
    organisationId,
    epoch,
  ]);
  if (retired === undefined) return ok(null);
  const seq = await appendEntry(ctx, organisationId, {
    ...{ eventType: "epoch.retired", panelId: null, subjectRef: null, effectiveAt: ctx.at },
    data: { retiredEpoch: String(epoch), ...retired },
  });
  return ok(seq);
}
