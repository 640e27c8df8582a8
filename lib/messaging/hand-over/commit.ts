import type pg from "pg";
import { heldBack, leaseSeconds } from "./claim";
import type { Prepared } from "./prepared";

/**
 * Commits, in one statement: the decisions taken under the lock, and each delivery's next state. Only deliveries whose
 * claim still stands are touched, so a worker that slept through its lease gets nothing to send. The mailing's row is
 * locked against a change of state meanwhile: who pauses or stops a mailing waits for this statement, and after that
 * nothing of it begins.
 */
const statement = `
  WITH judged AS (
    SELECT * FROM json_to_recordset($1::json) AS j(organisation_id uuid, delivery_id uuid, decision_id uuid,
      member_id uuid, mailing_id uuid, kind message_kind, purpose_key text, channel channel, outcome gate_outcome,
      code text, citation text, policy_version_id uuid, facts jsonb, next delivery_state, contact_point_id uuid,
      failure_code text, message_id text)
  ), going AS MATERIALIZED (
    SELECT m.organisation_id, m.id FROM mailing m
    WHERE (m.organisation_id, m.id) IN (SELECT organisation_id, mailing_id FROM judged) AND m.state = 'sending'
    ORDER BY m.id FOR SHARE OF m
  ), moved AS (
    UPDATE delivery d SET state = j.next, hand_over_decision_id = j.decision_id,
      lease_until = now() + make_interval(secs => ${leaseSeconds}),
      handing_over_at = CASE WHEN j.next = 'handing_over' THEN now() ELSE d.handing_over_at END,
      settled_at = CASE WHEN j.next = 'handing_over' THEN NULL ELSE now() END,
      failure_code = j.failure_code, message_id = coalesce(d.message_id, j.message_id),
      contact_point_id = coalesce(j.contact_point_id, d.contact_point_id)
    FROM judged j
    WHERE d.organisation_id = j.organisation_id AND d.id = j.delivery_id
      AND d.state = 'claimed' AND d.claimed_by = $2 AND d.lease_until > now()
      AND NOT ${heldBack("d")}
      AND (j.mailing_id IS NULL OR (j.organisation_id, j.mailing_id) IN (SELECT organisation_id, id FROM going))
    RETURNING d.id
  ), decided AS (
    INSERT INTO gate_decision (organisation_id, id, member_id, mailing_id, phase, kind, purpose_key, channel, outcome,
      code, citation, policy_version_id, facts, decided_at)
    SELECT j.organisation_id, j.decision_id, j.member_id, j.mailing_id, 'hand_over', j.kind, j.purpose_key, j.channel,
      j.outcome, j.code, j.citation, j.policy_version_id, j.facts, now()
    FROM judged j JOIN moved ON moved.id = j.delivery_id
  )
  SELECT id FROM moved`;

const kindNames = {
  directMarketing: "direct_marketing",
  research: "research",
  service: "service",
  rightsReply: "rights_reply",
} as const;

const nextState = { parcel: "handing_over", refused: "suppressed", unwritable: "failed" } as const;

function row(
  { delivery, policyVersionId, judgement, contactPointId, message }: Prepared,
  messageHost: string,
) {
  return {
    organisation_id: delivery.organisationId,
    delivery_id: delivery.id,
    decision_id: judgement.id,
    member_id: delivery.memberId,
    mailing_id: delivery.mailingId,
    kind: kindNames[delivery.kind],
    purpose_key: delivery.purposeKey,
    channel: delivery.channel,
    outcome: judgement.decision.permitted ? "permitted" : "refused",
    code: judgement.decision.code,
    citation: judgement.decision.citation,
    policy_version_id: policyVersionId,
    facts: judgement.facts,
    next: nextState[message.kind],
    contact_point_id: contactPointId,
    failure_code: message.kind === "unwritable" ? message.code : null,
    message_id: `${delivery.id}@${messageHost}`,
  };
}

/** Returns those that may now be sent: their state is `handingOver`, on disk, before the first byte leaves. */
export async function commitHandOver(
  db: pg.Pool,
  workerId: string,
  messageHost: string,
  prepared: readonly Prepared[],
): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ id: string }>({
    name: "commit-hand-over",
    text: statement,
    values: [JSON.stringify(prepared.map((each) => row(each, messageHost))), workerId],
  });
  return new Set(rows.map(({ id }) => id));
}
