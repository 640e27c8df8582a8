import { notFound } from "next/navigation";
import { noteResponse } from "@/app/_checkpoints/note-response";
import { getPanelBySlug } from "@/lib/queries/panel/get-panel";
import { getLatestCheckpoint } from "@/lib/queries/ledger/get-checkpoints";

/** The newest checkpoint, for programs that watch. */
export async function GET(_request: Request, { params }: RouteContext<"/[panel]/checkpoints/newest">) {
  const panel = await getPanelBySlug((await params).panel);
  const latest = panel === null ? null : await getLatestCheckpoint(panel.organisationId);
  if (latest === null) notFound();
  return noteResponse(latest.note);
}
