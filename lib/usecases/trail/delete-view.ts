import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { viewToChange } from "./own-view";

type Input = { readonly panel: PanelView; readonly viewId: string };

/** Deletes a saved view. Nothing of the trail goes with it. */
export async function deleteView(ctx: Ctx, { panel, viewId }: Input): Promise<Result<null>> {
  if (actingStaff(ctx, "trailView.save", panel.id) === null) return refuse("form.notPermitted");
  const view = await viewToChange(ctx, panel, viewId);
  if (view === null) return refuse("trailView.gone");
  await ctx.tx.trailView.delete({
    where: { organisationId_id: { organisationId: panel.organisationId, id: viewId } },
  });
  return ok(null);
}
