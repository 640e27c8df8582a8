import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { csvOf, fileHeaders } from "@/lib/csv";
import { exportColumns, exportRows, getExport } from "@/lib/queries/notice/get-export";
import { seqSchema } from "@/lib/schemas/trail-query";

type Context = { params: Promise<{ panel: string; seq: string }> };

/** The file of a recorded export, only for who recorded it and only for a while. */
export async function GET(_request: Request, { params }: Context) {
  const { panel: slug, seq } = await params;
  const granted = await requireActor("notice.export", slug);
  const entry = seqSchema.safeParse(seq);
  const found = entry.success ? await getExport(granted, entry.data, now()) : null;
  if (found === null) notFound();
  const rows = await exportRows(granted, found);
  const name = `notice-${found.list === "shown" ? "shown" : "not-shown"}-${slug}-${londonDate(found.recordedAt)}`;
  return new Response(csvOf(exportColumns[found.list], rows), {
    headers: fileHeaders(`${name}.csv`, "text/csv; charset=utf-8"),
  });
}
