import { statement } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import type { Certificate, CertificateLine, CertificatePeople } from "@/lib/policy/disposal-certificate";
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
      count(*) FILTER (WHERE NOT erased AND NOT lost AND stayed)::int AS kept,
      count(*) FILTER (WHERE NOT erased AND NOT lost AND NOT stayed)::int AS nothing
    FROM (SELECT bool_or(whole AND outcome = 'disposed') AS erased, bool_or(outcome = 'disposed') AS lost,
        bool_or(outcome IN ('held', 'failed')) AS stayed
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
  const [people] = await statement<CertificatePeople>(ctx.tx, countPeople, own);
  const [now] = await statement<{ at: Date }>(ctx.tx, clock, []);
  if (people === undefined || now === undefined) throw new Error("A run has people and ends at some time");
  const content: Certificate = {
    ...{ ...run, panel: panel.slug, run: runId, policyVersion: String(panel.policyNumber) },
    simulatedAt: run.simulatedAt.toISOString(),
    approvedAt: run.approvedAt.toISOString(),
    startedAt: run.startedAt.toISOString(),
    finishedAt: now.at.toISOString(),
    people,
    lines: await statement<CertificateLine>(ctx.tx, count, own),
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
