import { statement } from "@/lib/db/transaction";
import { appendWaiting } from "@/lib/ledger/waiting";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { openEpoch, type EpochToOpen, type OpenedEpoch } from "./open-epoch";

/** A run of mailings from before the restore: nobody knows any more who of them was reached since. */
const pauseAll = {
  name: "recovery-pause",
  text: `UPDATE mailing SET state = 'paused', paused_reason = 'restored'
    WHERE organisation_id = $1 AND state IN ('expanding', 'sending')`,
};

/** What waited in the older copy may have gone since: mailings never send twice, and a mail is asked for again. */
const settleAll = {
  name: "recovery-settle",
  text: `WITH settled AS (
      UPDATE delivery SET state = CASE WHEN mailing_id IS NULL THEN 'failed' ELSE 'unknown' END::delivery_state,
        failure_code = 'restored', settled_at = now(), claimed_by = NULL, lease_until = NULL
      WHERE organisation_id = $1 AND state IN ('queued', 'claimed', 'handing_over') RETURNING 1)
    SELECT count(*)::int AS n FROM settled`,
};

/** The hold was opened before the newest epoch was: its recovery was begun, and is gone on with. */
const begun = {
  name: "recovery-begun",
  text: `SELECT h.epoch FROM ledger_head h JOIN ledger_entry e ON e.organisation_id = $1 AND e.seq = h.epoch_start + 1
    WHERE h.organisation_id = $1 AND e.event_type = 'epoch.opened' AND e.recorded_at >= (SELECT max(opened_at)
      FROM ledger_hold WHERE organisation_id = $1 AND reason = 'behind' AND released_at IS NULL)`,
};

export type BegunRecovery = {
  /** Null when an earlier run has done this. */
  readonly opened: OpenedEpoch | null;
  /** Messages that will not be sent. */
  readonly settled: number;
};

/** The first step: seals the epoch that fell behind, opens the next, and lets go of everything that waited to be sent. */
export async function beginRecovery(ctx: Ctx, input: EpochToOpen): Promise<Result<BegunRecovery>> {
  const { organisationId } = input;
  const [known] = await statement<{ epoch: number }>(ctx.tx, begun, [organisationId]);
  if (known !== undefined) return ok({ opened: null, settled: 0 });
  await statement(ctx.tx, pauseAll, [organisationId]);
  const [settled] = await statement<{ n: number }>(ctx.tx, settleAll, [organisationId]);
  const opened = await openEpoch(ctx, input);
  if (!opened.ok) return opened;
  // Before anybody is erased again: that is the last entry about them.
  await appendWaiting(ctx, organisationId);
  return ok({ opened: opened.value, settled: settled?.n ?? 0 });
}
