import type { Mailing } from "@/lib/db/generated/client";
import { audienceCondition, lotOf } from "@/lib/messaging/audience-sql";
import { guestsCondition } from "@/lib/messaging/guests-sql";
import { joinedAmong } from "@/lib/messaging/joined";
import { judge, type Judgement } from "@/lib/messaging/judge";
import { wake } from "@/lib/messaging/wake";
import { Prisma } from "@/lib/db/generated/client";
import { mailingRequest } from "@/lib/policy/content-review";
import { lookedAt, type RandomSample } from "@/lib/policy/sample";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import { isGuests, type StoredAudience } from "@/lib/schemas/audience";
import type { Ctx } from "../context";
import { keepExpansion } from "./keep-expansion";

/** How many members were judged; null when no mailing waits to be spread out, or another worker has it. */
export type Expanded = { readonly judged: number } | null;

function audienceOf(mailing: Mailing): StoredAudience {
  return mailing.audience as unknown as StoredAudience;
}

/** A mailing about an activity, of which nobody else spreads a part right now. */
async function takeMailing(ctx: Ctx): Promise<Mailing | null> {
  const [taken] = await ctx.tx.$queryRaw<{ organisation_id: string; id: string }[]>`
    select organisation_id, id from mailing where state = 'expanding' and activity_id is not null
    order by created_at limit 1 for no key update skip locked`;
  if (taken === undefined) return null;
  const key = { organisationId: taken.organisation_id, id: taken.id };
  return ctx.tx.mailing.findUnique({ where: { organisationId_id: key } });
}

/** The order in which people are looked at, and the condition that begins after whoever was looked at last. */
function orderOf({ organisationId, expandedThrough }: Mailing, sample: RandomSample | undefined) {
  const last = Prisma.sql`${expandedThrough}::uuid`;
  if (sample === undefined) {
    const after = expandedThrough === null ? Prisma.empty : Prisma.sql`and m.id > ${last}`;
    return { order: Prisma.sql`m.id`, after };
  }
  const order = lotOf(sample.seed, Prisma.sql`m.reference`);
  const lastLot = Prisma.sql`(select ${lotOf(sample.seed, Prisma.sql`x.reference`)} from member x
    where x.organisation_id = ${organisationId}::uuid and x.id = ${last})`;
  return { order, after: expandedThrough === null ? Prisma.empty : Prisma.sql`and ${order} > ${lastLot}` };
}

async function nextMembers(ctx: Ctx, mailing: Mailing, activityId: string, size: number) {
  const { organisationId, panelId } = mailing;
  const audience = audienceOf(mailing);
  const of = { organisationId, panelId, activityId };
  const matched = isGuests(audience)
    ? guestsCondition({ ...of, guests: audience })
    : audienceCondition({ ...of, audience });
  const { order, after } = orderOf(mailing, audience.sample);
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    select m.id from member m
    where ${matched} ${after}
    order by ${order} limit ${size}`;
  return rows.map(({ id }) => id);
}

/** How many of a sample are still wanted, after the parts that were kept; undefined where everybody is. */
function stillWanted(mailing: Mailing): number | undefined {
  const { sample } = audienceOf(mailing);
  const leftOut = Object.values(mailing.leftOut as Record<string, number>);
  return sample && sample.size - mailing.matched + leftOut.reduce((sum, count) => sum + count, 0);
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

function isPermitted({ judgement }: { judgement: Judgement }): boolean {
  return judgement.decision.permitted;
}

/**
 * Spreads out the next part of one mailing: a decision for every matched member; an invitation and a delivery for each who
 * may be asked; a count by reason for the others. Of a sample, people are looked at in a random order until enough may be
 * asked. How far it came is committed with the part, so a crash repeats nothing.
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
  const all = await judgeAll(ctx, panel, { ...mailing, activityId }, memberIds);
  const wanted = stillWanted(mailing);
  const judged = wanted === undefined ? all : lookedAt(all, isPermitted, wanted);
  const last = memberIds.length < size || judged.filter(isPermitted).length === wanted;
  await keepExpansion(ctx, { panel, mailing, activityId, judged, last });
  await wake(ctx, last ? "wake.send" : "wake.expand");
  return ok({ judged: judged.length });
}
