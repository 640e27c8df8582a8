import { statement } from "@/lib/db/transaction";
import type { LedgerEvent } from "@/lib/ledger/event";
import { appendEntry } from "@/lib/ledger/append";
import { takesEntries } from "@/lib/ledger/waiting";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { comparePieces, outlives, saysOtherwise, storeAll, type Compared } from "./walk-part";

/** A part of a run that was done. */
export type Walked = {
  readonly panelId: string;
  readonly kind: "review" | "check";
  readonly looked: number;
  /** In the whole run so far. */
  readonly differing: number;
  readonly finished: boolean;
};

type Run = {
  readonly organisationId: string;
  readonly id: string;
  readonly panelId: string;
  readonly kind: Walked["kind"];
  readonly policyNumber: number;
  readonly through: string | null;
  readonly members: number;
  readonly differing: number;
};

/** Reviews go first: checks would find what they have not come to yet. */
const take = {
  name: "take_permission_run",
  text: `SELECT organisation_id AS "organisationId", id, panel_id AS "panelId", kind, policy_number AS "policyNumber",
      through, members, differing
    FROM permission_run WHERE finished_at IS NULL AND ${takesEntries("permission_run.organisation_id")}
    ORDER BY kind, started_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
};

const nextMembers = `SELECT id FROM member WHERE organisation_id = $1 AND panel_id = $2
  AND id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000') ORDER BY id LIMIT $4`;
const look = { name: "next_members", text: nextMembers };
const lock = { name: "next_members_locked", text: `${nextMembers} FOR NO KEY UPDATE` };

const keep = {
  name: "keep_permission_run",
  text: `UPDATE permission_run SET through = $3, members = $4, differing = $5,
    finished_at = CASE WHEN $6::boolean THEN $7::timestamptz END WHERE organisation_id = $1 AND id = $2`,
};

/** What was handed over less than a minute ago may not have been noted yet: it is due, not wrong. */
const noted = 60_000;

/** Whether a check should have found the same. What is due to be decided again is not expected to be right any more. */
function isWrong(compared: Compared, panel: PanelView, at: number): boolean {
  const { stored, approachedAt } = compared;
  const due = stored.validUntil !== null && stored.validUntil <= at;
  if (due || stored.policyNumber !== panel.policyNumber || approachedAt > at - noted) return false;
  return saysOtherwise(compared) || outlives(compared);
}

/** What goes into the ledger: another policy for everyone, or a difference that should not be. */
function finding(
  run: Run,
  panel: PanelView,
  at: Date,
  members: number,
  differing: number,
): LedgerEvent | null {
  if (run.kind === "review" ? panel.policyNumber === 1 : differing === 0) return null;
  return {
    eventType: run.kind === "review" ? "permission.reviewed" : "permission.differed",
    panelId: run.panelId,
    subjectRef: null,
    effectiveAt: at,
    data: {
      runId: run.id,
      policyVersionId: panel.policyVersionId,
      members: String(members),
      differing: String(differing),
    },
  };
}

/** Looks at the next members of a run; of a review, stores what they may be sent from now on. */
async function walk(ctx: Ctx, run: Run, panel: PanelView, size: number) {
  const from = [run.organisationId, run.panelId, run.through, size];
  const rows = await statement<{ id: string }>(ctx.tx, run.kind === "review" ? lock : look, from);
  const memberIds = rows.map(({ id }) => id);
  const at = ctx.at.getTime();
  let differing = 0;
  await comparePieces(ctx.tx, panel, memberIds, ctx.at, async (these) => {
    const differs = run.kind === "review" ? saysOtherwise : (each: Compared) => isWrong(each, panel, at);
    differing += these.filter(differs).length;
    if (run.kind === "review" && these.length > 0) await storeAll(ctx.tx, panel, these);
  });
  return { looked: memberIds.length, through: memberIds.at(-1) ?? run.through, differing };
}

/**
 * Does the next part of one run and commits how far it came, so that a crash repeats nothing. A run whose policy was
 * replaced meanwhile ends where it is; the next one begins at the beginning.
 * @returns null when no run is open, or other workers have them all.
 */
export async function walkPermission(
  ctx: Ctx,
  { size }: { readonly size: number },
): Promise<Result<Walked | null>> {
  const [run] = await statement<Run>(ctx.tx, take, []);
  if (run === undefined) return ok(null);
  const panel = await getPanelById(run.organisationId, run.panelId, ctx.tx);
  const replaced = panel === null || panel.policyNumber !== run.policyNumber;
  const part = replaced
    ? { looked: 0, through: run.through, differing: 0 }
    : await walk(ctx, run, panel, size);
  const members = run.members + part.looked;
  const differing = run.differing + part.differing;
  const finished = part.looked < size;
  const values = [run.organisationId, run.id, part.through, members, differing, finished, ctx.at];
  await statement(ctx.tx, keep, values);
  const event = replaced || !finished ? null : finding(run, panel, ctx.at, members, differing);
  if (event !== null) await appendEntry(ctx, run.organisationId, event);
  return ok({ panelId: run.panelId, kind: run.kind, looked: part.looked, differing, finished });
}
