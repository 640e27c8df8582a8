import { statement } from "@/lib/db/transaction";
import type { HoldReason } from "@/lib/ledger/hold";
import { queueMessage } from "@/lib/messaging/queue-message";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

/** Who is data protection officer somewhere in an organisation, by a panel that has a policy to write in the name of. */
const officer = `role_grant g
  JOIN staff s ON s.organisation_id = g.organisation_id AND s.id = g.staff_id AND s.ended_at IS NULL
  JOIN panel p ON p.organisation_id = g.organisation_id AND p.id = g.panel_id AND p.policy_version_id IS NOT NULL
  WHERE g.role = 'dpo' AND g.revoked_at IS NULL`;

// Marked before anybody is written to, in the same transaction: of two workers the second waits here and finds it told.
const tell = {
  name: "tell-of-holds",
  text: `UPDATE ledger_hold h SET told_at = greatest(clock_timestamp(), h.opened_at)
    WHERE h.released_at IS NULL AND h.told_at IS NULL AND EXISTS (
      SELECT FROM ${officer} AND g.organisation_id = h.organisation_id)
    RETURNING h.organisation_id AS "organisationId", h.reason`,
};

const officers = {
  name: "officers-to-alarm",
  text: `SELECT DISTINCT ON (g.staff_id) g.panel_id AS "panelId", g.staff_id AS "staffId" FROM ${officer}
    AND g.organisation_id = $1 ORDER BY g.staff_id, g.panel_id`,
};

type Told = { readonly organisationId: string; readonly reason: HoldReason };
type Officer = { readonly panelId: string; readonly staffId: string };

/**
 * Writes to everyone who is data protection officer somewhere in an organisation whose sending is newly held, whoever found
 * the reason: once each, and of each hold once. It asks nothing of the ledger, which may be what takes no entry any more.
 * @returns how many mails were queued
 */
export async function alarmOfficers(ctx: Ctx, _input: null): Promise<Result<number>> {
  const told = Map.groupBy(await statement<Told>(ctx.tx, tell, []), ({ organisationId }) => organisationId);
  let mails = 0;
  for (const [organisationId, holds] of told) {
    for (const { panelId, staffId } of await statement<Officer>(ctx.tx, officers, [organisationId])) {
      await queueMessage(ctx, {
        ...{ template: "ledger-alarm", kind: "rightsReply", purposeKey: "ledgerAlarm" },
        ...{ organisationId, panelId, subjectIds: { staffId, holds: holds.map(({ reason }) => reason) } },
      });
      mails += 1;
    }
  }
  return ok(mails);
}
