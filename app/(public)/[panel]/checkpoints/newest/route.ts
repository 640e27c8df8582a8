import { notFound } from "next/navigation";
import { getPanelBySlug } from "@/lib/queries/panel/get-panel";
import { getLatestCheckpoint } from "@/lib/queries/ledger/get-checkpoints";

/** The newest checkpoint as it is signed, for programs that watch (c2sp.org/tlog-checkpoint). */
export async function GET(_request: Request, { params }: RouteContext<"/[panel]/checkpoints/newest">) {
  const panel = await getPanelBySlug((await params).panel);
  const latest = panel === null ? null : await getLatestCheckpoint(panel.organisationId);
  if (latest === null) notFound();
  return new Response(latest.note, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
