import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { guestsCondition } from "@/lib/messaging/guests-sql";
import { joinedAmong } from "@/lib/messaging/joined";
import { judge } from "@/lib/messaging/judge";
import { mailingRequest, type ContentReview } from "@/lib/policy/content-review";
import type { GateCode } from "@/lib/policy/gate/types";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import type { Guests } from "@/lib/schemas/audience";
import { authorise, type Viewer } from "./viewer";

/** matched = willBeTold + all of leftOut. Null parts: there are too many to ask the gate about before sending. */
export type GuestCount = {
  readonly matched: number;
  readonly willBeTold: number | null;
  readonly leftOut: readonly { readonly code: GateCode; readonly count: number }[];
};

export type GuestsToCount = {
  readonly activityId: string;
  readonly purposeKey: string;
  readonly guests: Guests;
  /** What was answered about the words. */
  readonly review: ContentReview;
};

/** The gate is asked about each person before sending up to this many. */
const most = 2_000;

/**
 * How many of those who were invited a notice would reach by e-mail, and why the others would not. Contact permission knows
 * what may be asked, not what may be told, so the gate is asked about each; sending asks again.
 */
export async function countGuests(
  viewer: Viewer,
  { activityId, purposeKey, guests, review }: GuestsToCount,
): Promise<GuestCount> {
  authorise(viewer, "mailing.send");
  const { organisationId, id: panelId, document } = viewer.panel;
  const found = await database().$queryRaw<{ id: string }[]>`
    SELECT m.id::text AS id FROM member m
    WHERE ${guestsCondition({ organisationId, panelId, activityId, guests })}`;
  const ids = found.map(({ id }) => id);
  if (ids.length > most) return { matched: ids.length, willBeTold: null, leftOut: [] };
  const [facts, joined] = await Promise.all([
    loadMemberFacts(organisationId, ids),
    joinedAmong(database(), { organisationId, activityId }, ids),
  ]);
  const request = mailingRequest({ kind: "service", purposeKey, channel: "email", review });
  const codes = ids.map((id) => {
    const asked = { ...request, joined: joined.has(id) };
    return judge(document, asked, facts.get(id) ?? null, now()).decision.code;
  });
  const byCode = Map.groupBy(codes, (code) => code);
  return {
    matched: ids.length,
    willBeTold: byCode.get("permitted")?.length ?? 0,
    leftOut: [...byCode]
      .flatMap(([code, all]) => (code === "permitted" ? [] : [{ code, count: all.length }]))
      .toSorted((one, other) => other.count - one.count),
  };
}
