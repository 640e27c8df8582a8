import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

/** A file that holds no person's data, for which nobody is asked a reason. */
export type FileTaken = {
  readonly panel: PanelView;
  /** The record of processing activities, what is wrong with a list of decisions, or what a disposal run did. */
  readonly file: "processingRecord" | "decisionProblems" | "disposalCertificate";
  readonly format: "csv" | "pdf" | "json";
};

/** Records who takes a file out of the product. Called before the file is sent, so that none goes unrecorded. */
export async function recordFileTaken(ctx: Ctx, { panel, file, format }: FileTaken): Promise<Result<bigint>> {
  const seq = await appendEntry(ctx, panel.organisationId, {
    eventType: "file.exported",
    panelId: panel.id,
    subjectRef: null,
    effectiveAt: ctx.at,
    data: { file, format, policyVersionId: panel.policyVersionId },
  });
  return ok(seq);
}
