import { newId } from "@/lib/id";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuseFields, refuse, type Result } from "@/lib/result";
import type { TrailViewFilter } from "@/lib/schemas/trail-query";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { nameTaken } from "./own-view";

type Input = {
  readonly panel: PanelView;
  readonly name: string;
  readonly shared: boolean;
  readonly filter: TrailViewFilter;
};

/** Keeps what the trail is narrowed to under a name of one's own. A name stands for one view of a person. */
export async function saveView(ctx: Ctx, { panel, name, shared, filter }: Input): Promise<Result<string>> {
  const staffId = actingStaff(ctx, "trailView.save", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const { organisationId, id: panelId } = panel;
  const id = newId(ctx.at);
  const row = { organisationId, panelId, staffId, name };
  if (await nameTaken(ctx, row)) return refuseFields({ name: [{ code: "trailView.nameTaken" }] });
  await ctx.tx.trailView.create({ data: { ...row, id, shared, filter, createdAt: ctx.at } });
  return ok(id);
}
