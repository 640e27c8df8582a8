import { wake } from "@/lib/messaging/wake";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

type Input = { readonly panel: PanelView; readonly mailingId: string };

/** Lets a paused mailing go on: by someone who saw why it stopped. */
export async function resumeMailing(ctx: Ctx, { panel, mailingId }: Input): Promise<Result<null>> {
  if (actingStaff(ctx, "mailing.send", panel.id) === null) return refuse("form.notPermitted");
  const { count } = await ctx.tx.mailing.updateMany({
    where: { organisationId: panel.organisationId, panelId: panel.id, id: mailingId, state: "paused" },
    data: { state: "sending", pausedReason: null },
  });
  if (count === 0) return refuse("mailing.notPaused");
  await wake(ctx, "wake.send");
  return ok(null);
}
