import { getTranslations } from "next-intl/server";
import type { SummaryRow } from "@/components/content/summary-list";
import type { CertificateView } from "@/lib/queries/disposal/get-certificate";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { moments } from "../../../../../../_components/moments";

/** Whose run it was, as of when, who looked and approved, and how many people it reached. */
export async function certificateRows(panel: PanelView, view: CertificateView): Promise<SummaryRow[]> {
  const [t, when] = await Promise.all([getTranslations("disposals.certificate"), moments()]);
  const { certificate } = view;
  const by = (name: string | null, at: string) =>
    t("by", { name: name ?? t("somebody"), when: when.second(new Date(at)) });
  const { erased, inPart, kept, nothing } = certificate.people;
  const values = {
    controller: panel.document.organisation.legalName,
    panel: panel.name,
    asOf: when.civil(certificate.asOf),
    policy: certificate.policyVersion,
    simulated: by(view.simulatedBy, certificate.simulatedAt),
    approved: by(view.approvedBy, certificate.approvedAt),
    carriedOut: t("between", {
      from: when.second(new Date(certificate.startedAt)),
      to: when.second(new Date(certificate.finishedAt)),
    }),
    erased: when.count(erased),
    inPart: when.count(inPart),
    kept: when.count(kept),
    nothing: when.count(nothing),
    run: certificate.run,
  } as const;
  return Object.entries(values).map(([key, value]) => ({ key, label: t(`row.${key}`), value }));
}
