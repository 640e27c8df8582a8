import { statement } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import { partsOf, type Parts } from "@/lib/policy/disposal-parts";
import { dueOn } from "@/lib/policy/retention";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { erasePerson } from "../membership/erase-member";
import { deleteParts, earliestLeft, withSomething } from "./delete-parts";
import { failTurn } from "./fail-turn";
import { carriedOut, saidOf, settleItems } from "./settle-items";
import { decideTurn, type Outcome, type Turn } from "./turn";

const lockRun = {
  name: "disposal-lock-run",
  text: `SELECT as_of::text AS "asOf", r.approved_at < (SELECT v.in_force_at FROM panel p JOIN policy_version v
      ON v.organisation_id = p.organisation_id AND v.id = p.policy_version_id
      WHERE p.organisation_id = $1 AND p.id = r.panel_id) AS "isOutdated"
    FROM disposal_run r WHERE organisation_id = $1 AND id = $2
    AND approved_at IS NOT NULL AND finished_at IS NULL AND cancelled_at IS NULL FOR NO KEY UPDATE SKIP LOCKED`,
};

const settleRetention = {
  name: "disposal-settle-retention",
  text: "UPDATE retention_item SET settled_at = clock_timestamp() WHERE organisation_id = $1 AND id = $2",
};

const countAgain = {
  name: "disposal-count-again",
  text: `UPDATE retention_item SET triggered_on = $3::date, due_on = $4::date WHERE organisation_id = $1 AND id = $2`,
};

/** `isOutdated`: another policy came into force since the approval, under which nobody has seen what goes. */
type LockedRun = { readonly asOf: string; readonly isOutdated: boolean };
type Member = { readonly organisationId: string; readonly memberId: string; readonly inForce: boolean };

/**
 * Settles an item whose kind is gone. What is counted from the day it was given comes again: from the earliest that is left, or,
 * for who goes on giving it, from the run's day.
 */
async function settle(ctx: Ctx, member: Member, id: string, parts: Parts, asOf: string): Promise<void> {
  const { organisationId, inForce } = member;
  const from =
    parts.olderThan === null ? null : ((await earliestLeft(ctx, member, parts)) ?? (inForce ? asOf : null));
  if (parts.olderThan === null || from === null)
    await statement(ctx.tx, settleRetention, [organisationId, id]);
  else {
    const next = dueOn({ period: parts.olderThan }, from);
    await statement(ctx.tx, countAgain, [organisationId, id, from, next]);
  }
}

/**
 * Does what one item asks for. Nobody is told that something was deleted where nothing was held; what came since somebody
 * looked stays due, for nobody approved that it goes. @returns what went
 */
async function dispose(
  ctx: Ctx,
  panel: PanelView,
  member: Member,
  { id, ruleKey, outcome, isEmpty }: Outcome,
  asOf: string,
): Promise<readonly string[]> {
  if (outcome !== "disposed" && !isEmpty) return [];
  const { organisationId, memberId } = member;
  const parts = partsOf(panel.document, ruleKey);
  if (isEmpty && (await withSomething(ctx.tx, organisationId, [memberId], parts, asOf)).size > 0) return [];
  const gone = isEmpty ? [] : await deleteParts(ctx, member, parts, asOf);
  await settle(ctx, member, id, parts, asOf);
  return gone;
}

/**
 * Does what is due about the one person whose turn it is, in this transaction: all of it, or nothing after a fault, so that a
 * worker that dies is taken over where it was. Decided again first, on what is so now.
 * @returns false when the run is over, taken back, or in another worker's hands
 */
export async function carryOut(ctx: Ctx, turn: Turn): Promise<Result<boolean>> {
  const { organisationId, panelId, runId, subjectRef } = turn;
  const [run] = await statement<LockedRun>(ctx.tx, lockRun, [organisationId, runId]);
  const panel = run === undefined ? null : await getPanelById(organisationId, panelId, ctx.tx);
  if (run === undefined || panel === null) return ok(false);
  if (run.isOutdated) {
    await failTurn(ctx, turn);
    return ok(true);
  }
  const { memberId, inForce, outcomes } = await decideTurn(ctx, panel, turn, run.asOf);
  if (outcomes.length === 0) return ok(false);
  if (memberId !== null && outcomes.some(({ whole }) => whole)) {
    await settleItems(ctx, turn, outcomes);
    const because = { runId, disposed: saidOf(outcomes, "disposed") };
    const erasure = { panel, memberId, reasonCode: "noLongerNeeded", because } as const;
    await erasePerson(ctx, erasure, { organisationId, memberId, subjectRef, mayJoinAgain: true });
    return ok(true);
  }
  const gone: string[] = [];
  const settled: Outcome[] = [];
  for (const item of outcomes) {
    const member = memberId === null ? null : { organisationId, memberId, inForce };
    const own = member === null ? [] : await dispose(ctx, panel, member, item, run.asOf);
    const isEmpty = item.outcome === "disposed" && own.length === 0;
    settled.push(isEmpty ? { ...item, outcome: "lapsed" } : item);
    gone.push(...own);
  }
  await settleItems(ctx, turn, settled);
  await appendEntry(ctx, organisationId, carriedOut(ctx, turn, settled, gone));
  return ok(true);
}
