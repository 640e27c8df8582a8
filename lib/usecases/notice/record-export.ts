import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { ExportReason } from "@/lib/schemas/notice-edition";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

type Input = {
  readonly panel: PanelView;
  readonly list: "shown" | "notShown";
  readonly reason: ExportReason;
  readonly version: number | undefined;
  readonly how: string | undefined;
};

/** Records who takes which list of members out of the product, and why, before the file can be had. Returns the entry's number. */
export async function recordExport(ctx: Ctx, input: Input): Promise<Result<bigint>> {
  const { panel, list, reason, version, how } = input;
  if (actingStaff(ctx, "notice.export", panel.id) === null) return refuse("form.notPermitted");
  const seq = await appendEntry(ctx, panel.organisationId, {
    eventType: "list.exported",
    panelId: panel.id,
    subjectRef: null,
    effectiveAt: ctx.at,
    data: {
      list,
      reasonCode: reason,
      ...(version === undefined ? {} : { number: String(version) }),
      ...(how === undefined ? {} : { place: how }),
    },
  });
  return ok(seq);
}
