import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Pagination } from "@/components/content/pagination";
import { Breadcrumbs } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { recordedRead } from "@/lib/actions/recorded-read";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { findSubject } from "@/lib/queries/trail/find-subject";
import { getMemberHistory } from "@/lib/queries/trail/get-member-history";
import { trailPlaceSchema } from "@/lib/schemas/trail-query";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoTitle } from "../../../_components/page-metadata";
import { dpoPath } from "../../../_components/paths";
import { HistoryTimeline } from "./_components/history-timeline";
import { InForce } from "./_components/in-force";
import { Readings } from "./_components/readings";
import { memberStateWords } from "./_components/member-state-words";

export const generateMetadata = dpoTitle("history.metaTitle");

export default async function History({
  params,
  searchParams,
}: PageProps<"/dpo/[panel]/members/[reference]">) {
  const { panel: slug, reference } = await params;
  const granted = await requireActor("consentHistory.read", slug);
  const subject = await findSubject(granted, decodeURIComponent(reference));
  if (subject === null) notFound();
  await recordedRead(granted, subject.subjectRef, "memberHistory");
  const t = await getTranslations("dpo.history");
  const at = now();
  const history = await getMemberHistory(granted, subject, trailPlaceSchema.parse(await searchParams), at);
  const place = (query: Record<string, string>) => dpoPath(slug, `members/${subject.reference}`, query);
  const before = (
    <Breadcrumbs
      items={[{ href: dpoPath(slug, "trail"), label: t("backToTrail") }]}
      current={subject.reference}
    />
  );
  return (
    <DpoFrame granted={granted} before={before} width="page" current="trail">
      <PageTitle lead={t("lead", { state: await memberStateWords(history) })}>
        {t("title", { reference: subject.reference })}
      </PageTitle>
      {history.state === "erased" ? null : (
        <p>
          <a href={dpoPath(slug, `members/${subject.reference}/why`)}>{t("why")}</a>
        </p>
      )}
      <InForce panel={granted.panel} standings={history.inForce} at={at} />
      <HistoryTimeline panel={granted.panel} entries={history.entries} />
      <Pagination
        newer={history.newer === null ? undefined : place({ after: history.newer })}
        older={history.older === null ? undefined : place({ before: history.older })}
      />
      <Readings panel={granted.panel} readings={history.readings} />
    </DpoFrame>
  );
}
