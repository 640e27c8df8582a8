import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { ExportFormat, TrailReason } from "@/lib/schemas/trail-forms";
import type { TrailViewFilter } from "@/lib/schemas/trail-query";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

type Input = {
  readonly panel: PanelView;
  readonly filter: TrailViewFilter;
  /** Whose entries alone, or null for everyone's. */
  readonly subjectRef: string | null;
  readonly format: ExportFormat;
  readonly reason: TrailReason;
};

/**
 * Records who takes which part of the trail out of the product, and why, before the file can be had. What it is narrowed to
 * stands in the entry, so that the file can be made from the entry alone. Returns the entry's number.
 */
export async function recordTrailExport(ctx: Ctx, input: Input): Promise<Result<bigint>> {
  const { panel, filter, subjectRef, format, reason } = input;
  if (actingStaff(ctx, "trail.export", panel.id) === null) return refuse("form.notPermitted");
  const { purpose, event, actor, channel, from, to } = filter;
  const seq = await appendEntry(ctx, panel.organisationId, {
    eventType: "trail.exported",
    panelId: panel.id,
    subjectRef,
    effectiveAt: ctx.at,
    data: {
      format,
      reasonCode: reason,
      ...(purpose === undefined ? {} : { purpose }),
      ...(event === undefined ? {} : { event }),
      ...(actor === undefined ? {} : { actor }),
      ...(channel === undefined ? {} : { channel }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
  });
  return ok(seq);
}
