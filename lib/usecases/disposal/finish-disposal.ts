import { statement } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import { getPanelById } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { hashOf } from "../policy/document-hash";

type ToFinish = { readonly organisationId: string; readonly panelId: string; readonly runId: string };

type Run = {
  readonly asOf: string;
  readonly itemsHash: string;
  readonly simulatedBy: string;
  readonly simulatedAt: Date;
  readonly approvedBy: string;
  readonly approvedAt: Date;
  readonly startedAt: Date;
};

/** What became of the items of one rule. `whole`: with everything about the person. */
type Line = {
  readonly rule: string;
  readonly action: string;
  readonly outcome: string;
  readonly whole: boolean;
  readonly heldBy: string | null;
  readonly items: number;
};

const lockRun = {
  name: "disposal-to-finish",
  text: `SELECT as_of::text AS "asOf", items_hash AS "itemsHash", simulated_by AS "simulatedBy",
      simulated_at AS "simulatedAt", approved_by AS "approvedBy", approved_at AS "approvedAt", started_at AS "startedAt"
    FROM disposal_run r WHERE organisation_id = $1 AND id = $2 AND started_at IS NOT NULL AND finished_at IS NULL
      AND NOT EXISTS (SELECT FROM disposal_item i WHERE i.organisation_id = $1 AND i.run_id = $2 AND i.outcome IS NULL)
    FOR NO KEY UPDATE SKIP LOCKED`,
};

const count = {
  name: "disposal-count",
  text: `SELECT rule_key AS rule, action::text AS action, outcome::text AS outcome, whole AND outcome = 'disposed' AS whole,
      held_by AS "heldBy", count(*)::int AS items FROM disposal_item WHERE organisation_id = $1 AND run_id = $2
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
};

const countPeople = {
  name: "disposal-count-people",
  text: `SELECT count(*) FILTER (WHERE erased)::int AS erased, count(*) FILTER (WHERE NOT erased AND lost)::int AS "inPart",
      count(*) FILTER (WHERE NOT erased AND NOT lost)::int AS kept
    FROM (SELECT bool_or(whole AND outcome = 'disposed') AS erased, bool_or(outcome = 'disposed') AS lost
      FROM disposal_item WHERE organisation_id = $1 AND run_id = $2 GROUP BY subject_ref) p`,
};

const finish = {
  name: "disposal-finish",
  text: `UPDATE disposal_run SET finished_at = $3 WHERE organisation_id = $1 AND id = $2`,
};
const issue = {
  name: "disposal-issue",
  text: `INSERT INTO disposal_certificate (organisation_id, run_id, content, content_hash, issued_at)
    VALUES ($1, $2, $3, $4, $5)`,
};
const clock = { name: "disposal-clock", text: "SELECT clock_timestamp()::timestamptz(3) AS at" };

export type People = { readonly erased: number; readonly inPart: number; readonly kept: number };

/** What a certificate says: numbers and references, never anything about a person. Its hash is in the ledger. */
export type Certificate = Omit<Run, "simulatedAt" | "approvedAt" | "startedAt"> & {
  readonly panel: string;
  readonly run: string;
  readonly policyVersion: string;
  readonly simulatedAt: string;
  readonly approvedAt: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly people: People;
  readonly lines: readonly Line[];
};

/**
 * Issues the certificate of a run of which nothing waits any more, and ends the run. The counts are those of the items as they
 * were settled, once each, however often a worker was taken over.
 */
export async function finishDisposal(
  ctx: Ctx,
  { organisationId, panelId, runId }: ToFinish,
): Promise<Result<boolean>> {
  const own = [organisationId, runId];
  const [run] = await statement<Run>(ctx.tx, lockRun, own);
  const panel = run === undefined ? null : await getPanelById(organisationId, panelId, ctx.tx);
  if (run === undefined || panel === null) return ok(false);
  const [people] = await statement<People>(ctx.tx, countPeople, own);
  const [now] = await statement<{ at: Date }>(ctx.tx, clock, []);
  if (people === undefined || now === undefined) throw new Error("A run has people and ends at some time");
  const content: Certificate = {
    ...{ ...run, panel: panel.slug, run: runId, policyVersion: String(panel.policyNumber) },
    simulatedAt: run.simulatedAt.toISOString(),
    approvedAt: run.approvedAt.toISOString(),
    startedAt: run.startedAt.toISOString(),
    finishedAt: now.at.toISOString(),
    people,
    lines: await statement<Line>(ctx.tx, count, own),
  };
  const contentHash = hashOf(content);
  await statement(ctx.tx, finish, [...own, now.at]);
  await statement(ctx.tx, issue, [...own, JSON.stringify(content), contentHash, now.at]);
  const { erased, inPart, kept } = people;
  await appendEntry(ctx, organisationId, {
    ...{ eventType: "disposal.finished", panelId, subjectRef: null, effectiveAt: ctx.at },
    data: { runId, contentHash, erased: String(erased), inPart: String(inPart), kept: String(kept) },
  });
  return ok(true);
}
