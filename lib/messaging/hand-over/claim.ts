import type pg from "pg";
import type { Channel, MessageKind } from "@/lib/policy/vocabulary";

/** A delivery that this worker holds for a while. What it may do with it is decided later, under the member's lock. */
export type Claimed = {
  readonly organisationId: string;
  readonly id: string;
  readonly panelId: string;
  readonly mailingId: string | null;
  readonly memberId: string | null;
  readonly contactPointId: string | null;
  readonly joinRequestId: string | null;
  readonly signInRequestId: string | null;
  readonly template: string;
  readonly subjectIds: Readonly<Record<string, string | readonly string[]>>;
  /** What the gate was asked at selection; it is asked the same again. */
  readonly kind: MessageKind;
  readonly purposeKey: string;
  readonly channel: Channel;
};

/** How long a claim or a hand-over stands when nothing more is heard of the worker; by the database's clock. */
export const leaseSeconds = 20;

const claimRows = `
  UPDATE delivery d SET state = 'claimed', claimed_by = $1, attempts = d.attempts + 1,
    lease_until = now() + make_interval(secs => ${leaseSeconds})
  FROM picked p JOIN gate_decision g ON g.organisation_id = p.organisation_id AND g.id = p.gate_decision_id
  WHERE d.organisation_id = p.organisation_id AND d.id = p.id
  RETURNING d.organisation_id AS "organisationId", d.id, d.panel_id AS "panelId", d.mailing_id AS "mailingId",
    d.member_id AS "memberId", d.contact_point_id AS "contactPointId", d.join_request_id AS "joinRequestId",
    d.sign_in_request_id AS "signInRequestId", d.template, d.subject_ids AS "subjectIds",
    CASE g.kind WHEN 'direct_marketing' THEN 'directMarketing' WHEN 'rights_reply' THEN 'rightsReply'
      ELSE g.kind::text END AS kind, g.purpose_key AS "purposeKey", g.channel::text AS channel`;

/** What can wait least goes first: mails that somebody waits for, oldest first. */
const waitingMails = `
  WITH picked AS (
    SELECT organisation_id, id, gate_decision_id FROM delivery
    WHERE state = 'queued' AND mailing_id IS NULL AND (not_before IS NULL OR not_before <= now())
    ORDER BY queued_at LIMIT $2 FOR UPDATE SKIP LOCKED
  ) ${claimRows}`;

/** One mailing at a time, any of those being sent, so that a small one does not wait behind a large one. */
const mailingDeliveries = `
  WITH chosen AS (
    SELECT m.organisation_id, m.id FROM mailing m
    WHERE m.state = 'sending' AND m.channel = 'email' AND EXISTS (
      SELECT 1 FROM delivery d WHERE d.organisation_id = m.organisation_id AND d.mailing_id = m.id
        AND d.state = 'queued' AND (d.not_before IS NULL OR d.not_before <= now()))
    ORDER BY random() LIMIT 1
  ), picked AS (
    SELECT d.organisation_id, d.id, d.gate_decision_id FROM delivery d JOIN chosen c
      ON c.organisation_id = d.organisation_id AND c.id = d.mailing_id
    WHERE d.state = 'queued' AND (d.not_before IS NULL OR d.not_before <= now())
    LIMIT $2 FOR UPDATE OF d SKIP LOCKED
  ) ${claimRows}`;

const anyMail = `SELECT EXISTS (SELECT 1 FROM delivery
  WHERE state = 'queued' AND mailing_id IS NULL AND (not_before IS NULL OR not_before <= now())) AS waits`;

const anyMailing = `SELECT EXISTS (SELECT 1 FROM mailing m WHERE m.state = 'sending' AND m.channel = 'email' AND EXISTS (
  SELECT 1 FROM delivery d WHERE d.organisation_id = m.organisation_id AND d.mailing_id = m.id
    AND d.state = 'queued' AND (d.not_before IS NULL OR d.not_before <= now()))) AS waits`;

/** Where a lane gets its work from. */
export type Claim = {
  /** Whether anything waits: asked before connections to the mail server are opened. */
  waits(db: pg.Pool): Promise<boolean>;
  /** Claims up to `limit` deliveries for this worker, in one statement. Other workers get others. */
  take(db: pg.Pool, workerId: string, limit: number): Promise<readonly Claimed[]>;
};

function claimFrom(name: string, any: string, picked: string): Claim {
  return {
    async waits(db) {
      const { rows } = await db.query<{ waits: boolean }>({ name: `${name}-waits`, text: any });
      return rows[0]?.waits === true;
    },
    async take(db, workerId, limit) {
      return (await db.query<Claimed>({ name, text: picked, values: [workerId, limit] })).rows;
    },
  };
}

/** Mails outside any mailing. */
export const mails = claimFrom("claim-mails", anyMail, waitingMails);

/** Deliveries of mailings that are being sent. */
export const mailings = claimFrom("claim-mailing", anyMailing, mailingDeliveries);

/** Gives claims back untouched: their turn did not come, or somebody else holds the member's lock just now. */
export async function giveBack(db: pg.Pool, workerId: string, deliveries: readonly Claimed[]): Promise<void> {
  await db.query(
    `UPDATE delivery SET state = 'queued', claimed_by = NULL, lease_until = NULL, attempts = attempts - 1,
       not_before = now() + interval '250 milliseconds'
     WHERE id = ANY($1::uuid[]) AND organisation_id = ANY($2::uuid[]) AND state = 'claimed' AND claimed_by = $3`,
    [deliveries.map(({ id }) => id), deliveries.map(({ organisationId }) => organisationId), workerId],
  );
}
