import { database } from "@/lib/db/client";
import type { Certificate } from "@/lib/policy/disposal-certificate";
import { staffNames } from "@/lib/queries/policy/staff-names";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

export type CertificateView = {
  readonly certificate: Certificate;
  readonly contentHash: string;
  /** Who looked and who approved, by name where they are still known. */
  readonly simulatedBy: string | null;
  readonly approvedBy: string | null;
};

/** The certificate of a run of the viewer's panel that is over, or null. */
export async function getCertificate(viewer: Viewer, runId: string): Promise<CertificateView | null> {
  authorise(viewer, "retention.read");
  const { organisationId, id: panelId } = viewer.panel;
  const found = await database().disposalCertificate.findFirst({
    where: { organisationId, runId, run: { panelId } },
  });
  if (found === null) return null;
  const certificate = found.content as unknown as Certificate;
  const names = await staffNames(organisationId, [certificate.simulatedBy, certificate.approvedBy]);
  return {
    certificate,
    contentHash: found.contentHash,
    simulatedBy: names.get(certificate.simulatedBy) ?? null,
    approvedBy: names.get(certificate.approvedBy) ?? null,
  };
}
