import type pg from "pg";
import type { InvitationStanding } from "@/lib/policy/invitation";
import type { NoticeFormat } from "@/lib/policy/notice-editions";
import type { Claimed } from "./claim";

/** Where a message goes, whom it greets, and how their invitation stands. Nulls where nothing is known. */
export type Recipient = {
  readonly deliveryId: string;
  readonly address: string | null;
  readonly contactPointId: string | null;
  readonly givenName: string | null;
  readonly preferredFormat: NoticeFormat;
  readonly invitationId: string | null;
  readonly notThis: boolean;
  readonly answer: InvitationStanding["answer"];
};

/**
 * A member's own address is chosen as the gate's facts choose it: a verified one that takes mail, else the newest
 * (lib/queries/member/load-member-facts.ts). A mailing chooses anew each time; other mails keep the one they name. Only
 * the news that an address was replaced goes to the replaced one.
 */
const recipients = `
  SELECT d.id AS "deliveryId",
    coalesce(p.normalised, lower(j.answers->'details'->>'email'), lower(s.email), k.email, q.reply_to) AS address,
    p.id AS "contactPointId", m.given_name AS "givenName",
    CASE m.preferred_format WHEN 'easy_read' THEN 'easyRead' WHEN 'large_print' THEN 'largePrint'
      ELSE 'standard' END AS "preferredFormat", i.id AS "invitationId",
    i.not_this_at IS NOT NULL AS "notThis",
    coalesce(r.answer::text, CASE WHEN v.id IS NULL THEN NULL ELSE 'answered' END) AS answer
  FROM unnest($1::uuid[], $2::uuid[]) AS t(organisation_id, id)
  JOIN delivery d ON d.organisation_id = t.organisation_id AND d.id = t.id
  LEFT JOIN member m ON m.organisation_id = d.organisation_id AND m.id = d.member_id
  LEFT JOIN LATERAL (
    SELECT c.id, c.normalised FROM contact_point c
    WHERE c.organisation_id = d.organisation_id AND c.member_id = d.member_id AND c.kind = 'email'
      AND (c.removed_at IS NULL OR d.template = 'address-changed')
      AND (d.mailing_id IS NOT NULL OR d.contact_point_id IS NULL OR c.id = d.contact_point_id)
    ORDER BY (c.verified_at IS NOT NULL AND c.bounced_at IS NULL) DESC, c.created_at DESC LIMIT 1
  ) p ON true
  LEFT JOIN join_request j ON j.organisation_id = d.organisation_id AND j.id = d.join_request_id
    AND d.member_id IS NULL
  LEFT JOIN staff s ON s.organisation_id = d.organisation_id AND s.id::text = d.subject_ids->>'staffId'
    AND d.member_id IS NULL AND s.ended_at IS NULL
  LEFT JOIN checkpoint_recipient k ON k.organisation_id = d.organisation_id
    AND k.id::text = d.subject_ids->>'checkpointRecipientId' AND d.member_id IS NULL
  LEFT JOIN data_subject_request q ON q.organisation_id = d.organisation_id
    AND q.id = (d.subject_ids->>'rightsRequestId')::uuid AND d.member_id IS NULL AND q.subject_ref IS NULL
  LEFT JOIN mailing g ON g.organisation_id = d.organisation_id AND g.id = d.mailing_id
  LEFT JOIN invitation i ON i.organisation_id = d.organisation_id AND i.activity_id = g.activity_id
    AND i.member_id = d.member_id
  LEFT JOIN rsvp r ON r.organisation_id = i.organisation_id AND r.invitation_id = i.id
  LEFT JOIN survey_response v ON v.organisation_id = i.organisation_id AND v.activity_id = i.activity_id
    AND v.member_id = i.member_id`;

/** The recipients of these deliveries, in one round trip, by delivery id. */
export async function loadRecipients(
  db: pg.Pool,
  deliveries: readonly Pick<Claimed, "organisationId" | "id">[],
): Promise<ReadonlyMap<string, Recipient>> {
  const { rows } = await db.query<Recipient>({
    name: "recipients",
    text: recipients,
    values: [deliveries.map(({ organisationId }) => organisationId), deliveries.map(({ id }) => id)],
  });
  return new Map(rows.map((row) => [row.deliveryId, row]));
}
