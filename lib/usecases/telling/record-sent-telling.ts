import { Prisma } from "@/lib/db/generated/client";
import { takesEntries } from "@/lib/ledger/waiting";
import { getPanelById } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { tell } from "./tell";

type Sent = {
  readonly organisation_id: string;
  readonly panel_id: string;
  readonly member_id: string;
  readonly objection_outcome_id: string | null;
  readonly handing_over_at: Date;
};

/**
 * The next mail that told somebody what was decided and of which their record does not know yet. A restriction that was asked
 * for anew after its end had been told goes on: an older mail tells nothing.
 */
async function nextSent(ctx: Ctx): Promise<Sent | undefined> {
  const [next] = await ctx.tx.$queryRaw<Sent[]>`
    SELECT * FROM (SELECT d.organisation_id, d.panel_id, d.member_id, o.id AS objection_outcome_id, d.handing_over_at
    FROM objection_outcome o JOIN delivery d ON d.organisation_id = o.organisation_id AND d.member_id = o.member_id
      AND d.template = 'objection-decided' AND d.state = 'sent' AND d.subject_ids->>'objectionOutcomeId' = o.id::text
    WHERE o.told_at IS NULL
    UNION ALL
    SELECT d.organisation_id, d.panel_id, d.member_id, NULL, d.handing_over_at
    FROM member m JOIN delivery d ON d.organisation_id = m.organisation_id AND d.member_id = m.id
      AND d.template = 'restriction-lifting' AND d.state = 'sent' AND d.queued_at > m.restricted_at
    WHERE m.restriction_lift_reason IS NOT NULL AND m.restriction_lifts_at IS NULL) sent
    WHERE ${Prisma.raw(takesEntries("sent.organisation_id"))} LIMIT 1`;
  return next;
}

/**
 * A mail that was handed over tells the person: records it for the next of them, one at a time. A mail of which nobody knows
 * whether it arrived tells nobody (law.md CK-4). @returns whether there was one: there may be more.
 */
export async function recordSentTelling(ctx: Ctx): Promise<Result<boolean>> {
  const sent = await nextSent(ctx);
  const panel = sent && (await getPanelById(sent.organisation_id, sent.panel_id, ctx.tx));
  if (sent === undefined || panel === undefined || panel === null) return ok(false);
  const { member_id: memberId, objection_outcome_id: objectionOutcomeId, handing_over_at: toldAt } = sent;
  const told = await tell(ctx, { panel, memberId, objectionOutcomeId, place: "mail", toldAt, evidence: "" });
  // Another worker was quicker.
  return told.ok ? ok(true) : told;
}
