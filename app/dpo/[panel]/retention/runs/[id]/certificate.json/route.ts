import canonicalize from "canonicalize";
import { notFound } from "next/navigation";
import { recordedFile } from "@/lib/actions/recorded-file";
import { requireActor } from "@/lib/auth/require-actor";
import { fileHeaders } from "@/lib/csv";
import { getCertificate } from "@/lib/queries/disposal/get-certificate";
import { runOr404 } from "../_components/run-or-404";

type Context = { params: Promise<{ panel: string; id: string }> };

/** The certificate's canonical bytes (RFC 8785): their SHA-256 is the fingerprint in the trail. */
export async function GET(_request: Request, { params }: Context) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("retention.read", slug);
  const run = await runOr404(granted, id);
  const found = await getCertificate(granted, run.id);
  if (found === null) notFound();
  await recordedFile(granted, "disposalCertificate", "json");
  const name = `disposal-certificate-${slug}-${run.asOf}.json`;
  return new Response(canonicalize(found.certificate), { headers: fileHeaders(name, "application/json") });
}
