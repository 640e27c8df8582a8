import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { nameTaken, viewToChange } from "./own-view";

type Input = {
  readonly panel: PanelView;
  readonly viewId: string;
  readonly name: string;
  readonly shared: boolean;
};

/** Gives a view another name, and shares it or takes it back. */
export async function changeView(ctx: Ctx, { panel, viewId, name, shared }: Input): Promise<Result<null>> {
  if (actingStaff(ctx, "trailView.save", panel.id) === null) return refuse("form.notPermitted");
  const view = await viewToChange(ctx, panel, viewId);
  if (view === null) return refuse("trailView.gone");
  const { organisationId, panelId, staffId } = view;
  if (await nameTaken(ctx, { organisationId, panelId, staffId, name }, viewId))
    return refuseFields({ name: [{ code: "trailView.nameTaken" }] });
  await ctx.tx.trailView.update({
    where: { organisationId_id: { organisationId, id: viewId } },
    data: { name, shared },
  });
  return ok(null);
}
