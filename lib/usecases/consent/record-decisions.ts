import { entriesToAppend } from "@/lib/ledger/append";
import { journalStops } from "@/lib/ledger/journal/stops";
import { factsOf, type StoredFacts, type StoredPoint } from "@/lib/queries/member/stored-facts";
import type { Ctx } from "../context";
import { decidedConsents, decisionRows, suppressionChanges, wordingRows } from "./decision-rows";
import { decidedFacts } from "./decided-facts";
import { decisionEvent, decisionsOf, type Decision, type DecisionsToRecord } from "./decisions";
import { earlierAskers } from "./earlier-askers";
import { lockFacts } from "./lock-facts";
import { permissionRow, type PermissionRow } from "./project-permission";
import { settleSuppressions, type Settled } from "./settle-suppressions";
import { storeAtCommit } from "./store-decisions";

export type { Choice, DecisionsToRecord } from "./decisions";

type Point = Parameters<typeof settleSuppressions>[1][number];

/** The member's addresses, with the one the "no" came from: a link in an old mail still speaks for it. */
async function pointsOf(
  ctx: Ctx,
  input: DecisionsToRecord,
  known: readonly StoredPoint[],
): Promise<readonly Point[]> {
  const { fromContactPointId: id, panel, member } = input;
  if (id === undefined || known.some((point) => point.id === id)) return known;
  const removed = await ctx.tx.contactPoint.findUnique({
    where: { organisationId_id: { organisationId: panel.organisationId, id }, memberId: member.id },
    select: { id: true, kind: true, normalised: true, addressHash: true },
  });
  if (removed === null) return known;
  return [
    ...known,
    { ...removed, addressHint: removed.normalised.slice(-2), verified: true, suppressions: [] },
  ];
}

/** The contact permission of everyone concerned, once the decisions are recorded. */
function permissionsAfter(
  ctx: Ctx,
  input: DecisionsToRecord,
  sharing: readonly StoredFacts[],
  decisions: readonly Decision[],
  settled: Settled,
): readonly PermissionRow[] {
  const consents = decidedConsents(input, decisions, ctx.at);
  return sharing.map((stored) => {
    const decides = stored.id === input.member.id;
    const shown = decides && input.noticeShownId !== null ? input.panel.privacyNoticeNumber : null;
    const after = decidedFacts(stored, decides ? consents : [], settled, shown);
    return permissionRow(input.panel, stored.id, factsOf(after), ctx.at);
  });
}

/**
 * Records a person's decisions and everything that follows from them, in the caller's transaction: the words, the
 * consent records, suppressions added or lifted, the member's contact permission, and last the ledger. Either all of
 * it is kept or none. Two round trips: one locks and reads, one stores what was decided in between. It waits for no
 * message in flight: after the commit of a "no", call `drainHandOver`.
 * @returns the members whose contact permission may have changed: the person, and who shares an address with them.
 */
export async function recordDecisions(ctx: Ctx, input: DecisionsToRecord): Promise<readonly string[]> {
  const { organisationId, policyNumber } = input.panel;
  const { own, sharing } = input.locked ?? (await lockFacts(ctx.tx, input.panel, input.member.id));
  const decisions = decisionsOf(input, ctx.at);
  const points = await pointsOf(ctx, input, own.points);
  const earlier = await earlierAskers(ctx, input, own);
  const settled = settleSuppressions(input, points, decisions, ctx.at, earlier, own.suppressions);
  const events = [
    ...(input.events ?? []),
    ...decisions.map((decision) => decisionEvent(input, decision)),
    ...settled.events,
  ];
  const suppressions = suppressionChanges(ctx, input, settled);
  journalStops(ctx.tx, organisationId, ctx.at, suppressions?.added ?? []);
  const { actingMember, entries } = entriesToAppend(ctx, organisationId, events, own);
  storeAtCommit(ctx.tx, {
    ...{ organisationId, policyNumber, actingMember, entries },
    decisions: decisionRows(ctx, input, decisions),
    words: wordingRows(ctx, decisions),
    suppressions,
    permissions: permissionsAfter(ctx, input, sharing, decisions, settled),
  });
  return sharing.map(({ id }) => id);
}
