import { getTranslations } from "next-intl/server";
import { ReceiveForm } from "@/app/_requests/receive-form";
import { requestsTitle } from "@/app/_requests/title";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { requestQuerySchema } from "@/lib/schemas/rights-request";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";

export const generateMetadata = requestsTitle("new.title");

/** The data protection officer records a request that came in otherwise than on a member's page. */
export default async function NewRequest({ params, searchParams }: PageProps<"/dpo/[panel]/requests/new">) {
  const { panel: slug } = await params;
  const granted = await requireActor("rightsRequest.receive", slug);
  const t = await getTranslations("requests.new");
  const { member } = requestQuerySchema.parse(await searchParams);
  const back = dpoPath(slug, "requests", { member });
  return (
    <DpoFrame granted={granted} width="reading" current="requests" before={<BackLink href={back} />}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <ReceiveForm slug={slug} member={member} submit={t("submit")} back={back} />
    </DpoFrame>
  );
}
