import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import type { Outcome } from "../smtp/outcome";
import type { Claimed } from "./claim";

/** One delivery and what became of it. */
export type Settled = { readonly delivery: Claimed; readonly outcome: Outcome };

/** After this many tries a message that the server keeps putting off has failed. About 17 hours. */
const triesAtMost = 12;

/**
 * What is known is recorded, also when the lease has lapsed meanwhile and somebody wrote "unknown": the worker that sent
 * it knows better. Only the outcomes of a finished mailing stand: the ledger has their root. A message that was not sent goes back into the queue, later each time, spread at random.
 */
const statement = `
  WITH told AS (
    SELECT * FROM json_to_recordset($1::json) AS o(organisation_id uuid, id uuid, kind text, code text, fresh boolean)
  )
  UPDATE delivery d SET
    state = CASE
      WHEN o.kind = 'notSent' AND (o.fresh OR d.attempts < ${triesAtMost}) THEN 'queued'
      WHEN o.kind = 'notSent' THEN 'failed' ELSE o.kind END::delivery_state,
    settled_at = CASE
      WHEN o.kind = 'notSent' AND (o.fresh OR d.attempts < ${triesAtMost}) THEN NULL ELSE now() END,
    attempts = CASE WHEN o.fresh THEN d.attempts - 1 ELSE d.attempts END,
    not_before = CASE
      WHEN o.fresh THEN now()
      WHEN o.kind = 'notSent'
        THEN now() + make_interval(secs => 15 * power(2, least(d.attempts, 10)) * (0.75 + random() / 2))
      ELSE d.not_before END,
    failure_code = CASE WHEN o.kind = 'sent' THEN NULL ELSE o.code END,
    lease_until = NULL
  FROM told o
  WHERE d.organisation_id = o.organisation_id AND d.id = o.id AND d.claimed_by = $2
    AND (d.state = 'handing_over' OR d.state = 'unknown' AND NOT EXISTS (
      SELECT 1 FROM mailing m WHERE m.organisation_id = d.organisation_id AND m.id = d.mailing_id
        AND m.finished_at IS NOT NULL))`;

function row({ delivery, outcome }: Settled) {
  const code = outcome.kind === "sent" ? null : outcome.code;
  return {
    organisation_id: delivery.organisationId,
    id: delivery.id,
    kind: outcome.kind,
    code,
    // It was never begun: that says nothing about the message, and it keeps its tries.
    fresh: outcome.kind === "notSent" && outcome.code === "late",
  };
}

async function settle(db: pg.Pool, workerId: string, settled: readonly Settled[]): Promise<void> {
  await db.query({ name: "settle", text: statement, values: [JSON.stringify(settled.map(row)), workerId] });
}

/** The lease of the hand-over lasts a little longer; after it the sweep writes "unknown". */
const insistMs = 15_000;

/**
 * Records outcomes, in one statement. When the database is away it asks again for a while, because what is known now is
 * known only here.
 * @throws the database's fault, when it stayed away
 */
export async function settleSurely(
  db: pg.Pool,
  workerId: string,
  settled: readonly Settled[],
): Promise<void> {
  const end = performance.now() + insistMs;
  for (;;) {
    try {
      return await settle(db, workerId, settled);
    } catch (fault) {
      if (performance.now() > end) throw fault;
      await pause(500);
    }
  }
}

const askedStatement = `
  UPDATE contact_permission p SET last_asked_at = now(), valid_until = now()
  FROM (SELECT organisation_id, id FROM member
    WHERE organisation_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE) o
  WHERE p.organisation_id = o.organisation_id AND p.member_id = o.id`;

const bouncedStatement = `
  WITH gone AS (
    UPDATE contact_point c SET bounced_at = now() FROM delivery d
    WHERE d.organisation_id = $1 AND d.id = ANY($2::uuid[]) AND c.organisation_id = d.organisation_id
      AND c.id = d.contact_point_id AND c.bounced_at IS NULL
    RETURNING c.organisation_id, c.member_id
  )
  UPDATE contact_permission p SET valid_until = now()
  FROM (SELECT organisation_id, id FROM member WHERE organisation_id = $1 AND id IN (SELECT member_id FROM gone)
    ORDER BY id FOR NO KEY UPDATE) o
  WHERE p.organisation_id = o.organisation_id AND p.member_id = o.id`;

function isApproach({ delivery, outcome }: Settled): boolean {
  const asks = delivery.kind === "research" || delivery.kind === "directMarketing";
  return asks && delivery.mailingId !== null && (outcome.kind === "sent" || outcome.kind === "unknown");
}

/**
 * What follows for the people: when they were last asked, and addresses that take no mail. Their contact permission is
 * due to be decided again; the sweep does it, a little later and together. Losing this in a crash loses no guarantee: the gate reads deliveries.
 */
export async function noteConsequences(db: pg.Pool, settled: readonly Settled[]): Promise<void> {
  const byOrganisation = Map.groupBy(settled, ({ delivery }) => delivery.organisationId);
  for (const [organisationId, own] of byOrganisation) {
    const asked = own.filter(isApproach).flatMap(({ delivery }) => delivery.memberId ?? []);
    const bounced = own.filter(({ outcome }) => outcome.kind === "failed" && outcome.bounced);
    if (asked.length > 0)
      await db.query({ name: "asked", text: askedStatement, values: [organisationId, asked] });
    if (bounced.length > 0)
      await db.query(bouncedStatement, [organisationId, bounced.map(({ delivery }) => delivery.id)]);
  }
}
