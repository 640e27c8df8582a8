import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { ScreeningReason } from "@/lib/schemas/screening";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

type Input = { readonly panel: PanelView; readonly reason: ScreeningReason };

/** Records who takes the numbers to screen out of the product, and why, before the file can be had. Returns the entry's number. */
export async function recordNumbersTaken(ctx: Ctx, { panel, reason }: Input): Promise<Result<bigint>> {
  if (actingStaff(ctx, "screening.export", panel.id) === null) return refuse("form.notPermitted");
  const seq = await appendEntry(ctx, panel.organisationId, {
    ...{ eventType: "screening.exported", panelId: panel.id, subjectRef: null, effectiveAt: ctx.at },
    data: { reasonCode: reason },
  });
  return ok(seq);
}
