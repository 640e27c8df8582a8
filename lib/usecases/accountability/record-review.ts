import { dateColumn, londonDate } from "@/lib/clock";
import { newId } from "@/lib/id";
import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import type { ReviewToRecord } from "@/lib/schemas/review";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { hashOf } from "../policy/document-hash";

type Input = { readonly panel: PanelView; readonly review: ReviewToRecord };
type Recorded = { readonly number: number };

/** Counts the review on the panel, which makes every reader of the policy read it; the row's lock orders two reviews. */
async function countReview(ctx: Ctx, { organisationId, id }: PanelView): Promise<void> {
  await ctx.tx.panel.update({
    where: { organisationId_id: { organisationId, id } },
    data: { reviewCount: { increment: 1 } },
  });
}

async function newestNumber(ctx: Ctx, { organisationId, id: panelId }: PanelView, key: string) {
  const { _max } = await ctx.tx.accountabilityRecord.aggregate({
    where: { organisationId, panelId, key },
    _max: { number: true },
  });
  return _max.number ?? 0;
}

/**
 * What rests on the assessment is decided again for everyone, in parts, by the workers. A run that is on its way begins
 * again at its beginning: it looked at some with the review before.
 */
async function decideAgain(
  ctx: Ctx,
  { organisationId, id: panelId, policyNumber }: PanelView,
): Promise<void> {
  await ctx.tx.$executeRaw`
    INSERT INTO permission_run (organisation_id, id, panel_id, kind, policy_number, started_at)
    VALUES (${organisationId}::uuid, ${newId(ctx.at)}::uuid, ${panelId}::uuid, 'review', ${policyNumber}::int, ${ctx.at})
    ON CONFLICT (organisation_id, panel_id, kind) WHERE finished_at IS NULL
    DO UPDATE SET through = NULL, members = 0, differing = 0, started_at = EXCLUDED.started_at`;
}

/**
 * Records the review of an assessment that the policy names, as the next number under its key; earlier ones stay. From then
 * on its day of review is what the gate, the forms and the record go by, and contact permission is decided again
 * (law.md AC-2, AC-3, SC-4). An approval is never dated ahead.
 */
export async function recordReview(ctx: Ctx, { panel, review }: Input): Promise<Result<Recorded>> {
  const staffId = actingStaff(ctx, "accountability.review", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const { key, kind, title, ownerRole, content, approvedOn, reviewOn } = review;
  const named = panel.document.accountability.some((one) => one.key === key && one.kind === kind);
  if (!named) return refuse("accountability.notNamed");
  if (approvedOn > londonDate(ctx.at))
    return refuseFields({ approvedOn: [{ code: "review.approvedOn.ahead" }] });
  await countReview(ctx, panel);
  const before = await newestNumber(ctx, panel, key);
  if (before !== review.number) return refuse("accountability.reviewedMeanwhile");
  const { organisationId, id: panelId } = panel;
  const row = { organisationId, id: newId(ctx.at), panelId, key, number: before + 1, kind, title, ownerRole };
  await ctx.tx.accountabilityRecord.create({
    data: {
      ...row,
      content,
      approvedBy: staffId,
      approvedOn: dateColumn(approvedOn),
      reviewOn: dateColumn(reviewOn),
      recordedAt: ctx.at,
    },
  });
  await decideAgain(ctx, panel);
  const contentHash = hashOf({
    key,
    number: row.number,
    kind,
    title,
    ownerRole,
    content,
    approvedOn,
    reviewOn,
  });
  await appendEntry(ctx, organisationId, {
    eventType: "accountability.reviewed",
    panelId,
    subjectRef: null,
    effectiveAt: ctx.at,
    data: {
      ...{ accountabilityRecordId: row.id, key, number: String(row.number), kind },
      ...{ approvedOn, reviewOn, contentHash },
    },
  });
  return ok({ number: row.number });
}
