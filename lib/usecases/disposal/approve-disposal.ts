import { statement } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import { needsNumber } from "@/lib/policy/disposal";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { lockOpenRun } from "./locked-run";
import { planRun } from "./plan-run";

type Approval = {
  readonly panel: PanelView;
  readonly runId: string;
  /** How many people the approver says it reaches; asked of a run that reaches very many. */
  readonly people?: number | undefined;
};

const ofPanel = {
  name: "disposal-of-panel",
  text: "SELECT count(*)::int AS members FROM member WHERE organisation_id = $1 AND panel_id = $2",
};

const approve = {
  name: "disposal-approve",
  text: `UPDATE disposal_run SET approved_by = $3, approved_at = clock_timestamp()
    WHERE organisation_id = $1 AND id = $2`,
};

async function isTooMany(ctx: Ctx, panel: PanelView, people: number): Promise<boolean> {
  const values = [panel.organisationId, panel.id];
  const [row] = await statement<{ members: number }>(ctx.tx, ofPanel, values);
  return needsNumber(people, row?.members ?? 0);
}

/**
 * The second person approves exactly what the preview says, while it is still true: the worker carries it out. A run that
 * reaches more than a panel usually loses needs its number typed (reliability.md, case 42).
 */
export async function approveDisposal(ctx: Ctx, { panel, runId, people }: Approval): Promise<Result<null>> {
  const { organisationId, id: panelId } = panel;
  const staffId = actingStaff(ctx, "disposal.approve", panelId);
  if (staffId === null) return refuse("form.notPermitted");
  const run = await lockOpenRun(ctx, panel);
  if (run?.id !== runId) return refuse("disposal.over");
  if (run.isApproved) return refuse("disposal.underWay");
  if (run.simulatedBy === staffId) return refuse("disposal.ownRun");
  const plan = await planRun(ctx.tx, panel, run.asOf);
  if (plan.hash !== run.itemsHash) return refuse("disposal.changed");
  if (people !== plan.people && (await isTooMany(ctx, panel, plan.people)))
    return refuseFields({ people: [{ code: "disposal.people.other", params: { people: plan.people } }] });
  await statement(ctx.tx, approve, [organisationId, runId, staffId]);
  await appendEntry(ctx, organisationId, {
    ...{ eventType: "disposal.approved", panelId, subjectRef: null, effectiveAt: ctx.at },
    data: { runId, itemsHash: run.itemsHash, people: String(plan.people) },
  });
  return ok(null);
}
