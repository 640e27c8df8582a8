import { statement } from "@/lib/db/transaction";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { Ctx } from "../context";
import type { Outcome, Turn } from "./turn";

const settle = {
  name: "disposal-settle",
  text: `UPDATE disposal_item d SET outcome = s.outcome, held_by = s."heldBy", settled_at = clock_timestamp(),
      legal_hold_id = CASE WHEN s."heldBy" = 'legalHold' THEN (SELECT h.id FROM legal_hold h
        LEFT JOIN member m ON m.organisation_id = $1 AND m.subject_ref = d.subject_ref
        WHERE h.organisation_id = $1 AND (h.member_id = m.id OR h.member_id IS NULL AND h.panel_id = $4)
        ORDER BY h.released_at DESC NULLS FIRST, h.placed_at LIMIT 1) END
    FROM jsonb_to_recordset($3) AS s (id uuid, outcome disposal_outcome, "heldBy" text)
    WHERE d.organisation_id = $1 AND d.run_id = $2 AND d.retention_item_id = s.id AND d.outcome IS NULL`,
};

const begin = {
  name: "disposal-start",
  text: `UPDATE disposal_run SET started_at = clock_timestamp()
    WHERE organisation_id = $1 AND id = $2 AND started_at IS NULL`,
};

/** Writes what became of these items; with the first of a run, that it has begun. */
export async function settleItems(ctx: Ctx, turn: Turn, outcomes: readonly Outcome[]): Promise<void> {
  const { organisationId, panelId, runId } = turn;
  const rows = outcomes.map(({ id, outcome, heldBy }) => ({ id, outcome, heldBy }));
  await statement(ctx.tx, begin, [organisationId, runId]);
  await statement(ctx.tx, settle, [organisationId, runId, JSON.stringify(rows), panelId]);
}

/** Rules with the day each was due, and why it stayed: with the time of the entry, both days of what was held. */
export function saidOf(outcomes: readonly Outcome[], of: Outcome["outcome"]): readonly string[] {
  return outcomes
    .filter(({ outcome }) => outcome === of)
    .map(({ ruleKey, dueOn, heldBy }) => [ruleKey, dueOn, ...(heldBy === null ? [] : [heldBy])].join(" "));
}

/** The entry about a person of whom something went, or all stayed. */
export function carriedOut(
  ctx: Ctx,
  { panelId, runId, subjectRef }: Turn,
  outcomes: readonly Outcome[],
  gone: readonly string[] = [],
): LedgerEvent {
  const said = (["disposed", "held", "lapsed", "failed"] as const).map(
    (outcome) => [outcome, saidOf(outcomes, outcome)] as const,
  );
  const lists = [...said, ["gone", gone] as const].filter(([, list]) => list.length > 0);
  return {
    ...{ eventType: "disposal.carriedOut", panelId, subjectRef, effectiveAt: ctx.at },
    data: { runId, ...Object.fromEntries(lists) },
  };
}
