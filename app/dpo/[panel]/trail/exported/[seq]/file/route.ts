import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { fileHeaders } from "@/lib/csv";
import { streamed } from "@/lib/streamed";
import { getTrailExport } from "@/lib/queries/trail/get-trail-export";
import { seqSchema } from "@/lib/schemas/trail-query";
import { csvFile, jsonFile, pdfFile } from "../../../_components/trail-files";

type Context = { params: Promise<{ panel: string; seq: string }> };

const types = { csv: "text/csv; charset=utf-8", json: "application/json", pdf: "application/pdf" } as const;
const writers = { csv: csvFile, json: jsonFile, pdf: pdfFile } as const;

/** The file of a recorded export, as it is read from the trail; only for who recorded it and only for a while. */
export async function GET(_request: Request, { params }: Context) {
  const { panel: slug, seq } = await params;
  const granted = await requireActor("trail.export", slug);
  const entry = seqSchema.safeParse(seq);
  const found = entry.success ? await getTrailExport(granted, entry.data, now()) : null;
  if (found === null) notFound();
  const { format } = found;
  const name = `trail-${slug}-${londonDate(found.recordedAt)}-entry-${seq}.${format}`;
  const pieces = await writers[format](granted, found);
  return new Response(streamed(pieces), { headers: fileHeaders(name, types[format]) });
}
