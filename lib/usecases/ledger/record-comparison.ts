import { appendOrWait } from "@/lib/ledger/waiting";
import type { Comparison } from "@/lib/queries/ledger/compare-checkpoints";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

type Input = { readonly panel: PanelView; readonly found: Comparison };

/** Records that somebody compared checkpoints they hold with the entries, and what came of it. */
export async function recordComparison(ctx: Ctx, { panel, found }: Input): Promise<Result<null>> {
  if (actingStaff(ctx, "trail.verify", panel.id) === null) return refuse("form.notPermitted");
  await appendOrWait(ctx, panel.organisationId, {
    eventType: "checkpoint.compared",
    panelId: panel.id,
    subjectRef: null,
    effectiveAt: ctx.at,
    data: { outcome: found.outcome, ...("size" in found ? { anchorSize: String(found.size) } : {}) },
  });
  return ok(null);
}
