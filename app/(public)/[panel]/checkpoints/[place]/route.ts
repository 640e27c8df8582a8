import { notFound } from "next/navigation";
import { noteResponse } from "@/app/_checkpoints/note-response";
import { getPanelBySlug } from "@/lib/queries/panel/get-panel";
import { getCheckpoint } from "@/lib/queries/ledger/get-checkpoints";

/** The checkpoint of one place, "1-4711": what evidence that was handed over once is checked with, long after. */
export async function GET(_request: Request, { params }: RouteContext<"/[panel]/checkpoints/[place]">) {
  const { panel: slug, place } = await params;
  const panel = await getPanelBySlug(slug);
  const checkpoint = panel === null ? null : await getCheckpoint(panel.organisationId, place);
  if (checkpoint === null) notFound();
  return noteResponse(checkpoint.note);
}
