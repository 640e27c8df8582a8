import { statement } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { lockOpenRun } from "./locked-run";

const cancel = {
  name: "disposal-cancel",
  text: "UPDATE disposal_run SET cancelled_at = clock_timestamp() WHERE organisation_id = $1 AND id = $2",
};

/** Takes a run back whose row is locked and which has not begun. @returns the entry that says so, to be appended last */
export async function takeBack(ctx: Ctx, panel: PanelView, runId: string): Promise<LedgerEvent> {
  await statement(ctx.tx, cancel, [panel.organisationId, runId]);
  return {
    ...{ eventType: "disposal.cancelled", panelId: panel.id, subjectRef: null, effectiveAt: ctx.at },
    data: { runId },
  };
}

type Cancelling = { readonly panel: PanelView; readonly runId: string };

/** Takes a preview, or an approved run, back before anything was deleted. */
export async function cancelDisposal(ctx: Ctx, { panel, runId }: Cancelling): Promise<Result<null>> {
  if (actingStaff(ctx, "disposal.begin", panel.id) === null) return refuse("form.notPermitted");
  const run = await lockOpenRun(ctx, panel);
  if (run?.id !== runId) return refuse("disposal.over");
  if (run.isStarted) return refuse("disposal.begun");
  await appendEntry(ctx, panel.organisationId, await takeBack(ctx, panel, runId));
  return ok(null);
}
