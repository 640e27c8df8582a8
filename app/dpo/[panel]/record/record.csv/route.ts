import { csvOf, fileHeaders } from "@/lib/csv";
import { processingTable, recordColumns } from "@/lib/policy/processing-record";
import { recordFile } from "../_components/record-file";

/** The record of processing activities as CSV, one activity a row. */
export async function GET(_request: Request, { params }: { params: Promise<{ panel: string }> }) {
  const { record, name } = await recordFile((await params).panel, "csv");
  return new Response(csvOf(recordColumns, processingTable(record)), {
    headers: fileHeaders(`${name}.csv`, "text/csv; charset=utf-8"),
  });
}
