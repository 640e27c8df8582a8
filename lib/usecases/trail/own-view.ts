import { mayChangeView } from "@/lib/policy/trail-view";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { viewReader } from "@/lib/queries/trail/list-views";
import type { Ctx } from "../context";

type Named = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly staffId: string;
  readonly name: string;
};

/** Whether a person has a view of this name already; another than `butId`. */
export async function nameTaken(ctx: Ctx, named: Named, butId?: string): Promise<boolean> {
  const known = await ctx.tx.trailView.findUnique({
    where: { organisationId_panelId_staffId_name: named },
    select: { id: true },
  });
  return known !== null && known.id !== butId;
}

/** A view of this panel that whoever acts may change, or null. */
export async function viewToChange(ctx: Ctx, panel: PanelView, id: string) {
  const reader = viewReader({ actor: ctx.actor, panel });
  if (reader === null) return null;
  const view = await ctx.tx.trailView.findUnique({
    where: { organisationId_id: { organisationId: panel.organisationId, id } },
    select: { organisationId: true, panelId: true, staffId: true, shared: true },
  });
  if (view === null || view.panelId !== panel.id) return null;
  return mayChangeView(view, reader) ? view : null;
}
