import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { titlesIn } from "@/app/_titles/titles-in";
import { ButtonLink } from "@/components/content/button";
import { Section } from "@/components/content/card";
import { SummaryList } from "@/components/content/summary-list";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { getCertificate } from "@/lib/queries/disposal/get-certificate";
import { DpoFrame } from "../../../../../_components/dpo-frame";
import { dpoPath } from "../../../../../_components/paths";
import { runOr404 } from "../_components/run-or-404";
import { CertificateTable } from "./_components/certificate-table";
import { certificateRows } from "./_components/certificate-rows";

export const generateMetadata = titlesIn("disposals")("certificate.title");

/** What a run did, in numbers: to print, to file, and to check against the trail. */
export default async function Certificate({
  params,
}: PageProps<"/dpo/[panel]/retention/runs/[id]/certificate">) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("retention.read", slug);
  const run = await runOr404(granted, id);
  const found = await getCertificate(granted, run.id);
  if (found === null) notFound();
  const t = await getTranslations("disposals.certificate");
  const back = dpoPath(slug, `retention/runs/${run.id}`);
  return (
    <DpoFrame
      granted={granted}
      before={<Breadcrumbs items={[{ href: back, label: t("back") }]} current={t("title")} />}
      width="page"
      current="retention"
    >
      <PageTitle
        lead={t("lead")}
        action={
          <span className="print:hidden">
            <ButtonLink href={`${back}/certificate.json`}>{t("download")}</ButtonLink>
          </span>
        }
      >
        {t("title")}
      </PageTitle>
      <SummaryList rows={await certificateRows(granted.panel, found)} />
      <Section title={t("lines")}>
        <CertificateTable panel={granted.panel} lines={found.certificate.lines} />
      </Section>
      <Section title={t("check")}>
        <p className="max-w-reading">{t("checkBody")}</p>
        <p className="reference break-all">{found.contentHash}</p>
      </Section>
    </DpoFrame>
  );
}
