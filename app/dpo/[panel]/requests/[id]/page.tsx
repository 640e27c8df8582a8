import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SavedRequest } from "@/app/_requests/saved-request";
import { requestsTitle } from "@/app/_requests/title";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/layout/way-back";
import { recordedRead } from "@/lib/actions/recorded-read";
import { requireActor } from "@/lib/auth/require-actor";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";
import { StandingTag } from "../_components/standing-tag";
import { ClockCard } from "./_components/clock-card";
import { findRequest } from "./_components/find-request";
import { RecipientList } from "./_components/recipient-list";
import { RequestSummary } from "./_components/request-summary";
import { Steps } from "./_components/steps";

export const generateMetadata = requestsTitle("metaTitle");

/** One request: what is asked, by when it is answered and why then, who else is told, and what can be done now. */
export default async function Request({ params, searchParams }: PageProps<"/dpo/[panel]/requests/[id]">) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("rightsRequest.view", slug);
  const request = await findRequest(granted, id);
  if (request === null) notFound();
  if (request.subjectRef !== null) await recordedRead(granted, request.subjectRef, "request");
  const t = await getTranslations("requests");
  const title = t(`kind.${request.kind}`);
  const list = { href: dpoPath(slug, "requests"), label: t("title") };
  return (
    <DpoFrame
      granted={granted}
      width="page"
      current="requests"
      before={<Breadcrumbs items={[list]} current={title} />}
    >
      <SavedRequest query={await searchParams} />
      <PageTitle caption={<StandingTag request={request} />}>{title}</PageTitle>
      <RequestSummary granted={granted} request={request} />
      <ClockCard granted={granted} request={request} />
      <RecipientList granted={granted} request={request} />
      <Steps granted={granted} request={request} />
    </DpoFrame>
  );
}
