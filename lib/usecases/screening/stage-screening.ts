import { dateColumn } from "@/lib/clock";
import { hashAddress } from "@/lib/auth/secrets";
import { newId } from "@/lib/id";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Screened } from "@/lib/schemas/screening";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

type Input = {
  readonly panel: PanelView;
  /** Civil day, Europe/London. */
  readonly screenedOn: string;
  readonly screened: readonly Screened[];
};

/**
 * Keeps the results of a screening until somebody confirms them, the numbers as keyed hashes.
 * @returns the id of what waits to be confirmed.
 */
export async function stageScreening(
  ctx: Ctx,
  { panel, screenedOn, screened }: Input,
): Promise<Result<string>> {
  const staffId = actingStaff(ctx, "screening.upload", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const { organisationId, id: panelId } = panel;
  const id = newId(ctx.at);
  await ctx.tx.listUpload.create({
    data: {
      ...{ organisationId, id, panelId, kind: "screening", uploadedBy: staffId, uploadedAt: ctx.at },
      statedOn: dateColumn(screenedOn),
      rows: screened.map(({ number, result }) => ({ numberHash: hashAddress(number), result })),
    },
  });
  return ok(id);
}
