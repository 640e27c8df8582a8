import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PageTitle } from "@/components/layout/page-title";
import { recordedRead } from "@/lib/actions/recorded-read";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { findSubject } from "@/lib/queries/trail/find-subject";
import { getMemberHistory } from "@/lib/queries/trail/get-member-history";
import { timelinePlaceSchema } from "@/lib/schemas/trail-query";
import { BelowTrail } from "../../../_components/below-trail";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoTitle } from "../../../_components/page-metadata";
import { AskAgreed } from "./_components/ask-agreed";
import { InForce } from "./_components/in-force";
import { Kept } from "./_components/kept";
import { MemberWays } from "./_components/member-ways";
import { Readings } from "./_components/readings";
import { TimelinePart } from "./_components/timeline-part";
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
  const asked = timelinePlaceSchema.parse(await searchParams);
  const history = await getMemberHistory(granted, subject, asked.place, at);
  return (
    <DpoFrame
      granted={granted}
      before={<BelowTrail slug={slug} current={subject.reference} />}
      width="page"
      current="trail"
    >
      <PageTitle lead={t("lead", { state: await memberStateWords(history) })}>
        {t("title", { reference: subject.reference })}
      </PageTitle>
      <MemberWays granted={granted} reference={subject.reference} erased={history.state === "erased"} />
      <Kept granted={granted} subject={subject} />
      <InForce panel={granted.panel} standings={history.inForce} at={at} />
      <AskAgreed slug={slug} reference={subject.reference} />
      <TimelinePart granted={granted} reference={subject.reference} history={history} asked={asked} />
      <Readings panel={granted.panel} readings={history.readings} />
    </DpoFrame>
  );
}
