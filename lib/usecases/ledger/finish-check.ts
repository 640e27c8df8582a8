import { statement } from "@/lib/db/transaction";
import type { LedgerChecked } from "@/lib/ledger/check/check-ledger";
import { queueMessage } from "@/lib/messaging/queue-message";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import type { CheckDue } from "./begin-check";

const finish = {
  name: "finish-ledger-check",
  text: `UPDATE ledger_check SET finished_at = greatest(clock_timestamp(), started_at), good = $3
    WHERE organisation_id = $1 AND night = $2::date AND finished_at IS NULL RETURNING night`,
};

const officers = {
  name: "officers-to-alarm",
  text: `SELECT DISTINCT ON (g.staff_id) g.panel_id AS "panelId", g.staff_id AS "staffId" FROM role_grant g
    JOIN staff s ON s.organisation_id = g.organisation_id AND s.id = g.staff_id AND s.ended_at IS NULL
    WHERE g.organisation_id = $1 AND g.role = 'dpo' AND g.revoked_at IS NULL AND EXISTS (SELECT FROM panel p
      WHERE p.organisation_id = g.organisation_id AND p.id = g.panel_id AND p.policy_version_id IS NOT NULL)
    ORDER BY g.staff_id, g.panel_id`,
};

type Officer = { readonly panelId: string; readonly staffId: string };

/** Writes to everyone who is data protection officer somewhere in the organisation: once each. */
async function alarm(ctx: Ctx, organisationId: string, holds: readonly string[]): Promise<void> {
  for (const { panelId, staffId } of await statement<Officer>(ctx.tx, officers, [organisationId])) {
    await queueMessage(ctx, {
      template: "ledger-alarm",
      kind: "rightsReply",
      purposeKey: "ledgerAlarm",
      organisationId,
      panelId,
      subjectIds: { staffId, holds },
    });
  }
}

type Input = CheckDue & { readonly checked: Pick<LedgerChecked, "good" | "holds"> };

/**
 * Ends a night's check; when something is wrong the data protection officers are written to. It asks nothing of the ledger:
 * they are told of one that takes no entry, too.
 */
export async function finishCheck(
  ctx: Ctx,
  { organisationId, night, checked }: Input,
): Promise<Result<null>> {
  const ended = await statement(ctx.tx, finish, [organisationId, night, checked.good]);
  // Another worker took it over and was quicker.
  if (ended.length === 0) return ok(null);
  if (!checked.good) await alarm(ctx, organisationId, checked.holds);
  return ok(null);
}
