import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

type Input = { readonly panel: PanelView; readonly id: string };

/** Takes an address off the list, and the address out of the database. Pressed twice, the second finds nothing to do. */
export async function removeCheckpointRecipient(ctx: Ctx, { panel, id }: Input): Promise<Result<null>> {
  if (actingStaff(ctx, "checkpointRecipient.change", panel.id) === null) return refuse("form.notPermitted");
  const { organisationId } = panel;
  const { count } = await ctx.tx.checkpointRecipient.deleteMany({ where: { organisationId, id } });
  if (count === 0) return ok(null);
  await appendEntry(ctx, organisationId, {
    eventType: "checkpointRecipient.removed",
    panelId: panel.id,
    subjectRef: null,
    effectiveAt: ctx.at,
    data: { checkpointRecipientId: id },
  });
  return ok(null);
}
