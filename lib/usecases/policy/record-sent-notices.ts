import { Prisma } from "@/lib/db/generated/client";
import { appendEntries } from "@/lib/ledger/append";
import { takesEntries } from "@/lib/ledger/waiting";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { recordTold } from "./record-told";

/** How many people were recorded as told; 0 when there is nobody to record. */
export type Recorded = { readonly told: number };

type Sent = {
  readonly organisation_id: string;
  readonly id: string;
  readonly panel_id: string;
  readonly member_id: string;
  readonly subject_ref: string;
  readonly settled_at: Date;
  readonly privacy_notice_id: string;
  readonly number: number;
};

/** Notices of one panel that were sent and of which the person's record does not know yet. */
async function takeSent(ctx: Ctx, size: number): Promise<readonly Sent[]> {
  return ctx.tx.$queryRaw<Sent[]>`
    WITH first AS (
      SELECT organisation_id, mailing_id FROM delivery
      WHERE template = 'policy-changed' AND state = 'sent' AND notice_shown_id IS NULL
        AND ${Prisma.raw(takesEntries("delivery.organisation_id"))}
      ORDER BY settled_at LIMIT 1
    )
    SELECT d.organisation_id, d.id, d.panel_id, d.member_id, m.subject_ref, d.settled_at, n.id AS privacy_notice_id,
      n.number
    FROM delivery d JOIN first f ON f.organisation_id = d.organisation_id AND f.mailing_id = d.mailing_id
    JOIN member m ON m.organisation_id = d.organisation_id AND m.id = d.member_id
    JOIN notice_due u ON u.organisation_id = d.organisation_id AND u.mailing_id = d.mailing_id
    JOIN privacy_notice n ON n.organisation_id = u.organisation_id AND n.policy_version_id = u.policy_version_id
      AND n.language = 'en' AND n.format = 'standard'
    WHERE d.template = 'policy-changed' AND d.state = 'sent' AND d.notice_shown_id IS NULL
    ORDER BY d.settled_at LIMIT ${size} FOR UPDATE OF d SKIP LOCKED`;
}

/**
 * A notice of a change that was handed over tells the person: records it, so that what was held for them may begin. A mail
 * of which nobody knows whether it arrived tells nobody (law.md CK-4); those people are told by letter.
 */
export async function recordSentNotices(
  ctx: Ctx,
  { size }: { readonly size: number },
): Promise<Result<Recorded>> {
  const sent = await takeSent(ctx, size);
  const [first] = sent;
  if (first === undefined) return ok({ told: 0 });
  const notice = {
    organisationId: first.organisation_id,
    panelId: first.panel_id,
    privacyNoticeId: first.privacy_notice_id,
    number: first.number,
  };
  const people = sent.map((each) => ({
    memberId: each.member_id,
    subjectRef: each.subject_ref,
    shownAt: each.settled_at,
  }));
  const { records, events } = await recordTold(ctx, notice, "mail", people);
  const rows = sent.map(({ id }, place) => ({ id, shown: records[place]?.noticeShownId }));
  await ctx.tx.$executeRaw`
    UPDATE delivery d SET notice_shown_id = r.shown
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, shown uuid)
    WHERE d.organisation_id = ${notice.organisationId}::uuid AND d.id = r.id`;
  await appendEntries(ctx, notice.organisationId, events);
  return ok({ told: sent.length });
}
