import { recordedFile } from "@/lib/actions/recorded-file";
import { requireActor } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { processingRecord, type ProcessingRecord } from "@/lib/policy/processing-record";
import type { PanelView } from "@/lib/queries/panel/get-panel";

type RecordFile = {
  readonly panel: PanelView;
  readonly record: ProcessingRecord;
  readonly at: Date;
  /** The file's name without its ending, with the day it is of. */
  readonly name: string;
};

/** The record of today for whoever may see it, with a name to save it under. That it is taken is recorded first. */
export async function recordFile(slug: string, format: "csv" | "pdf"): Promise<RecordFile> {
  const granted = await requireActor("record.view", slug);
  await recordedFile(granted, "processingRecord", format);
  const { panel } = granted;
  const at = now();
  const today = londonDate(at);
  const name = `processing-record-${panel.slug}-v${panel.policyNumber}-${today}`;
  return { panel, record: processingRecord(panel.document, today), at, name };
}
