import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { EditionKey } from "@/lib/queries/notice/get-notice";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

type Input = { readonly panel: PanelView; readonly number: number; readonly edition: EditionKey };

/** Throws away what was being written. Nothing to throw away is done already. */
export async function discardEdition(ctx: Ctx, { panel, number, edition }: Input): Promise<Result<null>> {
  if (actingStaff(ctx, "notice.publish", panel.id) === null) return refuse("form.notPermitted");
  const { language, format } = edition;
  await ctx.tx.noticeDraft.deleteMany({
    where: { organisationId: panel.organisationId, panelId: panel.id, number, language, format },
  });
  return ok(null);
}
