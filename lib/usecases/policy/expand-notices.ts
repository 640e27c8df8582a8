import { Prisma, type Mailing } from "@/lib/db/generated/client";
import type { ChangeNotice } from "@/lib/messaging/change-notice-content";
import { judge } from "@/lib/messaging/judge";
import { wake } from "@/lib/messaging/wake";
import { withThisNotice } from "@/lib/policy/contact-permission";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { getPanelById } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { keepExpansion } from "../mailing/keep-expansion";
import type { Expanded } from "../mailing/expand-mailing";
import { untoldCondition } from "@/lib/queries/notice/untold-sql";

/** A mailing that tells of a changed notice, of which nobody else spreads a part right now. */
async function takeNotices(ctx: Ctx): Promise<Mailing | null> {
  const [taken] = await ctx.tx.$queryRaw<{ organisation_id: string; id: string }[]>`
    SELECT organisation_id, id FROM mailing WHERE state = 'expanding' AND template = 'policy-changed'
    ORDER BY created_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
  if (taken === undefined) return null;
  const key = { organisationId: taken.organisation_id, id: taken.id };
  return ctx.tx.mailing.findUnique({ where: { organisationId_id: key } });
}

async function nextMembers(ctx: Ctx, mailing: Mailing, size: number): Promise<readonly string[]> {
  const { organisationId, panelId, expandedThrough } = mailing;
  const { noticeNumber } = mailing.content as unknown as ChangeNotice;
  const after = expandedThrough === null ? Prisma.empty : Prisma.sql`AND m.id > ${expandedThrough}::uuid`;
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM member m WHERE ${untoldCondition(organisationId, panelId, noticeNumber)} ${after}
    ORDER BY m.id LIMIT ${size}`;
  return rows.map(({ id }) => id);
}

/**
 * Spreads out the next part of one notice of a change: a decision for each person who was not told yet, a delivery for each
 * to whom the gate lets it go, and a count by reason of the others, who are told by letter.
 */
export async function expandNotices(
  ctx: Ctx,
  { size }: { readonly size: number },
): Promise<Result<Expanded>> {
  const mailing = await takeNotices(ctx);
  if (mailing === null) return ok(null);
  const panel = await getPanelById(mailing.organisationId, mailing.panelId, ctx.tx);
  if (panel === null) throw new Error("A mailing's panel has no policy in force");
  const memberIds = await nextMembers(ctx, mailing, size);
  const facts = await loadMemberFacts(mailing.organisationId, memberIds, ctx.tx);
  const { kind, purposeKey, channel } = mailing;
  const request = { kind, purposeKey, channel, contentReviewed: true, countsAsApproach: false };
  const judged = memberIds.map((memberId) => {
    const own = facts.get(memberId);
    const known = own === undefined ? null : withThisNotice(own);
    return { memberId, judgement: judge(panel.document, request, known, ctx.at) };
  });
  const last = memberIds.length < size;
  await keepExpansion(ctx, { panel, mailing, activityId: null, judged, last });
  await wake(ctx, last ? "wake.send" : "wake.expand");
  return ok({ judged: judged.length });
}
