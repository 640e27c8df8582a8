import type pg from "pg";
import type { ContentReview } from "@/lib/policy/content-review";
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
  /** What was answered about the words of its mailing. */
  readonly review: ContentReview;
};

/** How long a claim or a hand-over stands when nothing more is heard of the worker; by the database's clock. */
export const leaseSeconds = 20;

/**
 * SQL for "this delivery is held": while something about the ledger is wrong nothing is sent (lib/ledger/hold.ts) but the
 * codes by which people sign in and the alarm itself: somebody must hear of it and be able to look into it.
 */
export function heldBack(delivery: string): string {
  return `(${delivery}.sign_in_request_id IS NULL AND ${delivery}.template <> 'ledger-alarm' AND EXISTS (
    SELECT FROM ledger_hold h WHERE h.organisation_id = ${delivery}.organisation_id AND h.released_at IS NULL))`;
}

const due = `state = 'queued' AND (not_before IS NULL OR not_before <= now()) AND NOT ${heldBack("delivery")}`;

/**
 * Claims the rows at these places. LATERAL and ctid keep the cost at a few index look-ups a row, however large the tables
 * are and whatever the planner believes about them.
 */
const claimRows = `
  , claimed AS (
    UPDATE delivery d SET state = 'claimed', claimed_by = $1, attempts = d.attempts + 1,
      lease_until = now() + make_interval(secs => ${leaseSeconds})
    WHERE d.ctid = ANY(ARRAY(SELECT place FROM picked)) AND d.state = 'queued'
    RETURNING d.*
  )
  SELECT c.organisation_id AS "organisationId", c.id, c.panel_id AS "panelId", c.mailing_id AS "mailingId",
    c.member_id AS "memberId", c.contact_point_id AS "contactPointId", c.join_request_id AS "joinRequestId",
    c.sign_in_request_id AS "signInRequestId", c.template, c.subject_ids AS "subjectIds",
    CASE g.kind WHEN 'direct_marketing' THEN 'directMarketing' WHEN 'rights_reply' THEN 'rightsReply'
      ELSE g.kind::text END AS kind, g.purpose_key AS "purposeKey", g.channel::text AS channel,
    json_build_object('promotion', m.promotion, 'incentive', CASE m.incentive WHEN 'third_party_voucher'
      THEN 'thirdPartyVoucher' WHEN 'own_goods' THEN 'ownGoods' WHEN 'rent_credit' THEN 'rentCredit'
      ELSE m.incentive::text END, 'about', CASE m.about WHEN 'own_similar' THEN 'ownSimilar'
      ELSE m.about::text END, 'occasion', m.occasion) AS review
  FROM claimed c CROSS JOIN LATERAL (
    SELECT kind, purpose_key, channel FROM gate_decision
    WHERE organisation_id = c.organisation_id AND id = c.gate_decision_id LIMIT 1) g
  LEFT JOIN LATERAL (
    SELECT promotion, incentive, about, occasion FROM mailing
    WHERE organisation_id = c.organisation_id AND id = c.mailing_id LIMIT 1) m ON true`;

/** What can wait least goes first: mails that somebody waits for, oldest first. */
const waitingMails = `
  WITH picked AS MATERIALIZED (
    SELECT ctid AS place FROM delivery WHERE ${due} AND mailing_id IS NULL
    ORDER BY queued_at LIMIT $2 FOR UPDATE SKIP LOCKED
  ) ${claimRows}`;

const mailingsAtWork = `mailing m CROSS JOIN LATERAL (
    SELECT 1 FROM delivery WHERE organisation_id = m.organisation_id AND mailing_id = m.id AND ${due} LIMIT 1) waiting
  WHERE m.state = 'sending' AND m.channel = 'email'`;

/** One mailing at a time, any of those being sent, so that a small one does not wait behind a large one. */
const mailingDeliveries = `
  WITH chosen AS MATERIALIZED (
    SELECT m.organisation_id, m.id FROM ${mailingsAtWork} ORDER BY random() LIMIT 1
  ), picked AS MATERIALIZED (
    SELECT p.place FROM chosen c CROSS JOIN LATERAL (
      SELECT ctid AS place FROM delivery
      WHERE organisation_id = c.organisation_id AND mailing_id = c.id AND ${due}
      ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED) p
  ) ${claimRows}`;

const anyMail = `SELECT EXISTS (SELECT 1 FROM delivery WHERE ${due} AND mailing_id IS NULL LIMIT 1) AS waits`;

const anyMailing = `SELECT EXISTS (SELECT 1 FROM ${mailingsAtWork} LIMIT 1) AS waits`;

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
