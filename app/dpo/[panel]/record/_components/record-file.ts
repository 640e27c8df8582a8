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

/** The record of today for whoever may see it, with a name to save it under. */
export async function recordFile(slug: string): Promise<RecordFile> {
  const { panel } = await requireActor("record.view", slug);
  const at = now();
  const today = londonDate(at);
  const name = `processing-record-${panel.slug}-v${panel.policyNumber}-${today}`;
  return { panel, record: processingRecord(panel.document, today), at, name };
}
