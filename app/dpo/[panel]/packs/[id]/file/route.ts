import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/require-actor";
import { londonDate } from "@/lib/clock";
import { fileHeaders } from "@/lib/csv";
import { packParts } from "@/lib/queries/evidence/get-pack";
import { streamed } from "@/lib/streamed";
import { findPack } from "../../_components/find-pack";

type Context = { params: Promise<{ panel: string; id: string }> };

/** The file of a pack, only for who asked for it. Its name says no reference: downloads end up in lists. */
export async function GET(_request: Request, { params }: Context) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("evidence.pack", slug);
  const pack = await findPack(granted, id);
  if (pack?.state !== "ready") notFound();
  const name = `evidence-${slug}-${londonDate(pack.askedAt)}-entry-${pack.entrySeq}.zip`;
  return new Response(streamed(packParts(granted, pack)), { headers: fileHeaders(name, "application/zip") });
}
