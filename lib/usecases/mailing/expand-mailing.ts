import type { Mailing } from "@/lib/db/generated/client";
import { audienceCondition } from "@/lib/messaging/audience-sql";
import { guestsCondition } from "@/lib/messaging/guests-sql";
import { joinedAmong } from "@/lib/messaging/joined";
import { judge, type Judgement } from "@/lib/messaging/judge";
import { wake } from "@/lib/messaging/wake";
import { Prisma } from "@/lib/db/generated/client";
import { mailingRequest } from "@/lib/policy/content-review";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import { isGuests, type MailingAudience } from "@/lib/schemas/audience";
import type { Ctx } from "../context";
import { keepExpansion } from "./keep-expansion";

/** How many members were judged; null when no mailing waits to be spread out, or another worker has it. */
export type Expanded = { readonly judged: number } | null;

/** A mailing about an activity, of which nobody else spreads a part right now. */
async function takeMailing(ctx: Ctx): Promise<Mailing | null> {
  const [taken] = await ctx.tx.$queryRaw<{ organisation_id: string; id: string }[]>`
    select organisation_id, id from mailing where state = 'expanding' and activity_id is not null
    order by created_at limit 1 for no key update skip locked`;
  if (taken === undefined) return null;
  const key = { organisationId: taken.organisation_id, id: taken.id };
  return ctx.tx.mailing.findUnique({ where: { organisationId_id: key } });
}

async function nextMembers(ctx: Ctx, mailing: Mailing, activityId: string, size: number) {
  const { organisationId, panelId, expandedThrough } = mailing;
  const audience = mailing.audience as unknown as MailingAudience;
  const of = { organisationId, panelId, activityId };
  const matched = isGuests(audience)
    ? guestsCondition({ ...of, guests: audience })
    : audienceCondition({ ...of, audience });
  const after = expandedThrough === null ? Prisma.empty : Prisma.sql`and m.id > ${expandedThrough}::uuid`;
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    select m.id from member m
    where ${matched} ${after}
    order by m.id limit ${size}`;
  return rows.map(({ id }) => id);
}

/** What the gate says about each of these members, on facts read in this transaction. */
async function judgeAll(
  ctx: Ctx,
  panel: PanelView,
  mailing: Mailing & { readonly activityId: string },
  memberIds: readonly string[],
) {
  const facts = await loadMemberFacts(panel.organisationId, memberIds, ctx.tx);
  const joined = mailing.kind === "service" ? await joinedAmong(ctx.tx, mailing, memberIds) : null;
  const request = mailingRequest({ ...mailing, review: mailing });
  return memberIds.map((memberId): { memberId: string; judgement: Judgement } => ({
    memberId,
    judgement: judge(
      panel.document,
      { ...request, joined: joined?.has(memberId) ?? false },
      facts.get(memberId) ?? null,
      ctx.at,
    ),
  }));
}

/**
 * Spreads out the next part of one mailing: a decision for every matched member; an invitation and a delivery for each who
 * may be asked; a count by reason for the others. How far it came is committed with the part, so a crash repeats nothing.
 */
export async function expandMailing(
  ctx: Ctx,
  { size }: { readonly size: number },
): Promise<Result<Expanded>> {
  const mailing = await takeMailing(ctx);
  if (mailing === null) return ok(null);
  const { activityId } = mailing;
  if (activityId === null) throw new Error("A mailing to an audience needs an activity");
  const panel = await getPanelById(mailing.organisationId, mailing.panelId, ctx.tx);
  if (panel === null) throw new Error("A mailing's panel has no policy in force");
  const memberIds = await nextMembers(ctx, mailing, activityId, size);
  const judged = await judgeAll(ctx, panel, { ...mailing, activityId }, memberIds);
  const last = memberIds.length < size;
  await keepExpansion(ctx, { panel, mailing, activityId, judged, last });
  await wake(ctx, last ? "wake.send" : "wake.expand");
  return ok({ judged: judged.length });
}
