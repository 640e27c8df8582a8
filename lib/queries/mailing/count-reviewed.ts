import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { audienceCondition, permissionOfMembers } from "@/lib/messaging/audience-sql";
import { judge } from "@/lib/messaging/judge";
import {
  mailingRequest,
  meansTheSame,
  refusedToAll,
  unanswered,
  type ContentReview,
  type ReviewedMailing,
} from "@/lib/policy/content-review";
import type { GateCode } from "@/lib/policy/gate/types";
import { bytesOf } from "@/lib/policy/permission-slots";
import type { MessageKind } from "@/lib/policy/vocabulary";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import {
  countAudience,
  reasonColumn,
  slotIn,
  type AudienceCount,
  type AudienceToCount,
} from "./count-audience";

export type ReviewedCount = AudienceCount & {
  /** False: there are too many to ask the gate about each before sending; sending does. */
  readonly exact: boolean;
};

export type ReviewedToCount = AudienceToCount & {
  readonly kind: MessageKind;
  readonly review: ContentReview;
};

/** The gate is asked about each person before sending up to this many. */
const most = 2_000;

/** The answers that a soft opt-in depends on reach only whom it decides about: who passes, and who lacks one. */
const maybeOtherwise = ["permitted", "softOptIn.missing"] as const;

async function judgedOtherwise(input: ReviewedToCount, mailing: ReviewedMailing) {
  const { panel, activityId, audience, purposeKey, channel } = input;
  const { organisationId, id: panelId, document } = panel;
  const bytes = maybeOtherwise.flatMap((code) => [...bytesOf(code)]);
  const rows = await database().$queryRaw<{ id: string }[]>`
    select m.id::text as id from ${permissionOfMembers}
    where ${audienceCondition({ organisationId, panelId, activityId, audience })}
      and ${reasonColumn(slotIn(panel, purposeKey, channel))} = any(${bytes}::int[]) limit ${most + 1}`;
  if (rows.length > most) return null;
  const facts = await loadMemberFacts(
    organisationId,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id }) => {
    return judge(document, mailingRequest(mailing), facts.get(id) ?? null, now()).decision.code;
  });
}

function booksOf(counts: ReadonlyMap<GateCode, number>): AudienceCount {
  const all = [...counts].filter(([, count]) => count > 0);
  return {
    matched: all.reduce((sum, [, count]) => sum + count, 0),
    willBeInvited: counts.get("permitted") ?? 0,
    leftOut: all
      .flatMap(([code, count]) => (code === "permitted" ? [] : [{ code, count }]))
      .toSorted((one, other) => other.count - one.count),
  };
}

/**
 * Whom a mailing would match and how many of them would get it, given what was answered about its words: the packed contact
 * permission where the answers change nothing, nobody where they make it something that may not go, and the gate asked about
 * each whom they may decide about.
 */
export async function countReviewed(input: ReviewedToCount): Promise<ReviewedCount> {
  const { panel, kind, purposeKey, channel, review } = input;
  const mailing = { kind, purposeKey, channel, review };
  const stored = await countAudience(input);
  const refused = refusedToAll(panel.document, mailing, now().getTime());
  if (refused !== null) return { ...booksOf(new Map([[refused, stored.matched]])), exact: true };
  if (meansTheSame(review, unanswered)) return { ...stored, exact: true };
  const codes = await judgedOtherwise(input, mailing);
  if (codes === null) return { ...stored, exact: false };
  const certain = stored.leftOut.filter(({ code }) => code !== "softOptIn.missing");
  const counts = new Map<GateCode, number>(certain.map(({ code, count }) => [code, count]));
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return { ...booksOf(counts), exact: true };
}
