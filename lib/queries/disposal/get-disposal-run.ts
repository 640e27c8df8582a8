import { database, pool } from "@/lib/db/client";
import { needsNumber, type Foreseen, type KeptReason } from "@/lib/policy/disposal";
import { may } from "@/lib/policy/permission";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { staffNames } from "@/lib/queries/policy/staff-names";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import type { RetentionAction } from "@/lib/queries/retention/list-retention-due";

export type RunState = "waiting" | "approved" | "underWay" | "finished" | "cancelled";

/** How many items of one rule go, or stay for one reason: as foreseen, and once it was carried out as it was. */
export type RunLine = {
  readonly ruleKey: string;
  readonly action: RetentionAction;
  readonly whole: boolean;
  readonly foreseen: Foreseen | null;
  readonly outcome: "disposed" | "held" | "failed" | "lapsed" | null;
  readonly heldBy: KeptReason | null;
  readonly items: number;
};

/**
 * People of a run: erased, losing a part, of whom something due stays, or of whom nothing due is held; and how many of them
 * are settled.
 */
export type RunPeople = {
  readonly whole: number;
  readonly inPart: number;
  readonly kept: number;
  readonly nothing: number;
  readonly settled: number;
};

/** Somebody who did something about a run, by name where they are still known. */
export type By = { readonly name: string | null; readonly at: Date };

export type DisposalRunView = {
  readonly id: string;
  readonly asOf: CivilDate;
  readonly state: RunState;
  readonly itemsHash: string;
  readonly simulated: By;
  readonly approved: By | null;
  readonly finishedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly lines: readonly RunLine[];
  readonly people: RunPeople;
  /** Whether it reaches so many that their number is asked for. */
  readonly needsNumber: boolean;
  /** Whether the viewer may approve it: somebody else made the preview. */
  readonly mayApprove: boolean;
  readonly mayBegin: boolean;
};

type Dates = {
  readonly approvedAt: Date | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly cancelledAt: Date | null;
};

export function runStateOf({ approvedAt, startedAt, finishedAt, cancelledAt }: Dates): RunState {
  if (cancelledAt !== null) return "cancelled";
  if (finishedAt !== null) return "finished";
  if (startedAt !== null) return "underWay";
  return approvedAt === null ? "waiting" : "approved";
}

const lines = `
  SELECT rule_key AS "ruleKey", action::text AS action, whole, foreseen, outcome::text AS outcome, held_by AS "heldBy",
    count(*)::int AS items
  FROM disposal_item WHERE organisation_id = $1 AND run_id = $2
  GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6`;

const people = `
  SELECT count(*) FILTER (WHERE erased)::int AS whole, count(*) FILTER (WHERE NOT erased AND lost)::int AS "inPart",
    count(*) FILTER (WHERE NOT erased AND NOT lost AND stayed)::int AS kept,
    count(*) FILTER (WHERE NOT erased AND NOT lost AND NOT stayed)::int AS nothing, count(*) FILTER (WHERE settled)::int AS settled
  FROM (SELECT bool_or(whole AND goes) AS erased, bool_or(goes) AS lost, bool_or(stays) AS stayed,
      bool_and(outcome IS NOT NULL) AS settled
    FROM (SELECT subject_ref, whole, outcome,
        CASE WHEN outcome IS NULL THEN foreseen IS NULL ELSE outcome = 'disposed' END AS goes,
        CASE WHEN outcome IS NULL THEN foreseen <> 'nothing' ELSE outcome IN ('held', 'failed') END AS stays
      FROM disposal_item WHERE organisation_id = $1 AND run_id = $2) i GROUP BY subject_ref) p`;

const ofPanel = "SELECT count(*)::int AS members FROM member WHERE organisation_id = $1 AND panel_id = $2";

async function isLarge(
  organisationId: string,
  panelId: string,
  { whole, inPart }: RunPeople,
): Promise<boolean> {
  const { rows } = await pool().query<{ members: number }>(ofPanel, [organisationId, panelId]);
  return needsNumber(whole + inPart, rows[0]?.members ?? 0);
}

/** A disposal run of the viewer's panel, or null. */
export async function getDisposalRun(viewer: Viewer, id: string): Promise<DisposalRunView | null> {
  authorise(viewer, "retention.read");
  const { actor, panel } = viewer;
  const { organisationId, id: panelId } = panel;
  const run = await database().disposalRun.findFirst({ where: { organisationId, panelId, id } });
  if (run === null) return null;
  const state = runStateOf(run);
  const [counted, reached, names] = await Promise.all([
    pool().query<RunLine>(lines, [organisationId, id]),
    pool().query<RunPeople>(people, [organisationId, id]),
    staffNames(organisationId, [run.simulatedBy, run.approvedBy]),
  ]);
  const whom = reached.rows[0] ?? { whole: 0, inPart: 0, kept: 0, nothing: 0, settled: 0 };
  const named = (staffId: string) => names.get(staffId) ?? null;
  const { approvedBy, approvedAt } = run;
  const isOwn = actor.kind === "staff" && actor.staffId === run.simulatedBy;
  return {
    ...{ id, state, itemsHash: run.itemsHash, asOf: run.asOf.toISOString().slice(0, 10) },
    simulated: { name: named(run.simulatedBy), at: run.simulatedAt },
    approved: approvedBy === null || approvedAt === null ? null : { name: named(approvedBy), at: approvedAt },
    ...{ finishedAt: run.finishedAt, cancelledAt: run.cancelledAt, lines: counted.rows, people: whom },
    needsNumber: state === "waiting" && (await isLarge(organisationId, panelId, whom)),
    mayApprove: may(actor, "disposal.approve", panelId) && !isOwn,
    mayBegin: may(actor, "disposal.begin", panelId),
  };
}
