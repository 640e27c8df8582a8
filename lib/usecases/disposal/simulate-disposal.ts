import { statement } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import { appendEntries } from "@/lib/ledger/append";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { takeBack } from "./cancel-disposal";
import { databaseDay } from "./due-items";
import { lockOpenRun } from "./locked-run";
import { planRun, type RunPlan } from "./plan-run";

type Simulation = {
  readonly panel: PanelView;
  /** What must have been due by this day (civil, Europe/London); today when absent, never later. */
  readonly asOf?: string | undefined;
  /** The preview that this one takes the place of, when there is one. */
  readonly replaces?: string | undefined;
};

export type Simulated = { readonly runId: string; readonly people: number };

// Who begins a run of a panel comes one after another.
const lockPanel = {
  name: "disposal-lock-panel",
  text: "SELECT FROM panel WHERE organisation_id = $1 AND id = $2 FOR NO KEY UPDATE",
};

const insertRun = {
  name: "disposal-insert-run",
  text: `INSERT INTO disposal_run (organisation_id, id, panel_id, as_of, items_hash, simulated_by, simulated_at)
    VALUES ($1, $2, $3, $4::date, $5, $6, clock_timestamp())`,
};

const insertItems = {
  name: "disposal-insert-items",
  text: `INSERT INTO disposal_item
      (organisation_id, run_id, retention_item_id, subject_ref, rule_key, due_on, action, whole, foreseen)
    SELECT $1, $2, i.id, i."subjectRef", i."ruleKey", i."dueOn", i.action, i.whole, i.kept
    FROM jsonb_to_recordset($3) AS i (id uuid, "subjectRef" uuid, "ruleKey" text, "dueOn" date,
      action retention_action, whole boolean, kept text)`,
};

/**
 * The panel's open run, locked; null when there is none, and then nobody else begins one meanwhile. The run comes before the
 * panel, as where a worker holds the run and asks whether its panel is held (lib/usecases/legal-hold/deletion-suspended.ts).
 */
async function openRun(ctx: Ctx, panel: PanelView) {
  const open = await lockOpenRun(ctx, panel);
  if (open !== null) return open;
  await statement(ctx.tx, lockPanel, [panel.organisationId, panel.id]);
  return lockOpenRun(ctx, panel);
}

async function keep(ctx: Ctx, panel: PanelView, staffId: string, asOf: string, plan: RunPlan) {
  const { organisationId } = panel;
  const runId = newId(ctx.at);
  await statement(ctx.tx, insertRun, [organisationId, runId, panel.id, asOf, plan.hash, staffId]);
  await statement(ctx.tx, insertItems, [organisationId, runId, JSON.stringify(plan.items)]);
  return runId;
}

/**
 * Says what a disposal run would do as of a day, and deletes nothing. A second person approves exactly this; a preview that
 * waits is replaced only by who says so.
 */
export async function simulateDisposal(
  ctx: Ctx,
  { panel, asOf: asked, replaces }: Simulation,
): Promise<Result<Simulated>> {
  const { organisationId, id: panelId } = panel;
  const staffId = actingStaff(ctx, "disposal.begin", panelId);
  if (staffId === null) return refuse("form.notPermitted");
  const today = await databaseDay(ctx.tx);
  const asOf = asked ?? today;
  if (asOf > today) return refuseFields({ asOf: [{ code: "disposal.asOf.future" }] });
  const open = await openRun(ctx, panel);
  if (open?.isApproved === true) return refuse("disposal.underWay");
  if (open !== null && open.id !== replaces) return refuse("disposal.open");
  const plan = await planRun(ctx.tx, panel, asOf);
  if (plan.items.length === 0) return refuse("disposal.nothingDue");
  const taken = open === null ? [] : [await takeBack(ctx, panel, open.id)];
  const runId = await keep(ctx, panel, staffId, asOf, plan);
  const { hash: itemsHash, people } = plan;
  const [items, kept] = [plan.items.length, plan.kept].map(String) as [string, string];
  const simulated: LedgerEvent = {
    ...{ eventType: "disposal.simulated", panelId, subjectRef: null, effectiveAt: ctx.at },
    data: { runId, asOf, itemsHash, items, people: String(people), kept },
  };
  await appendEntries(ctx, organisationId, [...taken, simulated]);
  return ok({ runId, people });
}
