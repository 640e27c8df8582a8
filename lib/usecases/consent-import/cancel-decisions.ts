import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

type Input = { readonly panel: PanelView; readonly uploadId: string };

/** Throws a list away that nobody confirmed. One that was recorded stays: what it did stands in the trail. */
export async function cancelDecisions(ctx: Ctx, { panel, uploadId }: Input): Promise<Result<null>> {
  if (actingStaff(ctx, "decision.import", panel.id) === null) return refuse("form.notPermitted");
  const { organisationId, id: panelId } = panel;
  await ctx.tx.listUpload.deleteMany({
    where: { organisationId, id: uploadId, panelId, kind: "decision", appliedAt: null },
  });
  return ok(null);
}
