import { now } from "@/lib/clock";
import { pool } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { getPanelById } from "@/lib/queries/panel/get-panel";
import type { Actor } from "@/lib/policy/permission";
import { projectPermission } from "@/lib/usecases/consent/project-permission";
import { runUseCase } from "@/lib/usecases/run";
import { recordSentTelling } from "@/lib/usecases/telling/record-sent-telling";

// What nobody does on purpose: what a dead worker left behind, and what became due by time alone. Every statement may run
// on several workers at once and again.

/** Claims that lapsed go back. Hand-overs that lapsed may have been sent: nobody knows, and mailings never send twice. */
const lapsed = `
  UPDATE delivery SET
    state = CASE WHEN state = 'claimed' THEN 'queued' ELSE 'unknown' END::delivery_state,
    settled_at = CASE WHEN state = 'claimed' THEN NULL ELSE now() END,
    failure_code = CASE WHEN state = 'claimed' THEN NULL ELSE 'worker.lost' END,
    lease_until = NULL
  WHERE state IN ('claimed', 'handing_over') AND lease_until < now()`;

/**
 * A mail that somebody waits for and of which nobody knows whether it arrived goes once more, under the same Message-ID.
 * Not a sign-in code: a second one would end the first, which may have arrived.
 */
const again = `
  UPDATE delivery SET state = 'queued', settled_at = NULL, not_before = NULL
  WHERE state = 'unknown' AND mailing_id IS NULL AND template <> 'sign-in-code' AND attempts < 3
    AND settled_at > now() - interval '1 hour' AND settled_at < now() - interval '20 seconds'`;

/** What was only kept until a moment. */
const expired = [
  "DELETE FROM join_request WHERE expires_at < now()",
  "DELETE FROM sign_in_request WHERE expires_at < now() - interval '1 day'",
  "DELETE FROM sign_in_session WHERE expires_at < now()",
  "DELETE FROM list_upload WHERE applied_at IS NULL AND uploaded_at < now() - interval '1 day'",
  "DELETE FROM rate_limit WHERE expire < extract(epoch FROM now()) * 1000",
];

const dueAtOnce = 200;

type Due = { readonly organisation_id: string; readonly panel_id: string; readonly id: string };

/** Contact permission whose time ran out, decided again. Members that somebody else is changing are left for later. */
async function projectDue(tx: Tx): Promise<number> {
  const due = await tx.$queryRaw<Due[]>`
    select m.organisation_id, m.panel_id, m.id from contact_permission p
    join member m on m.organisation_id = p.organisation_id and m.id = p.member_id
    where p.valid_until <= now() order by p.valid_until limit ${dueAtOnce} for no key update of m skip locked`;
  for (const [panelId, members] of Map.groupBy(due, ({ panel_id }) => panel_id)) {
    const panel = await getPanelById(members[0]?.organisation_id ?? "", panelId, tx);
    if (panel === null) continue;
    await projectPermission(
      tx,
      panel,
      members.map(({ id }) => id),
      now(),
    );
  }
  return due.length;
}

const worker: Actor = { kind: "system", name: "worker" };

/** Returns how many contact permissions were decided again, or people recorded as told: more may be due. */
export async function sweep(): Promise<number> {
  await pool().query(lapsed);
  await pool().query(again);
  for (const statement of expired) await pool().query(statement);
  const due = await inTransaction(projectDue);
  const told = await runUseCase(recordSentTelling, worker, null);
  return due + (told.ok && told.value ? 1 : 0);
}
