import { getTranslations } from "next-intl/server";
import { ReceiveForm } from "@/app/_requests/receive-form";
import { SavedRequest } from "@/app/_requests/saved-request";
import { requestsTitle } from "@/app/_requests/title";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { requestQuerySchema } from "@/lib/schemas/rights-request";
import { staffPath } from "../../../_components/paths";
import { StaffFrame } from "../../../_components/staff-frame";

export const generateMetadata = requestsTitle("new.staffTitle");

/** Anybody who works here passes on what somebody asked, in any words (law.md RR-1). */
export default async function PassOn({ params, searchParams }: PageProps<"/staff/[panel]/requests/new">) {
  const { panel: slug } = await params;
  const granted = await requireActor("rightsRequest.receive", slug);
  const t = await getTranslations("requests.new");
  const query = await searchParams;
  const { member } = requestQuerySchema.parse(query);
  const back = member === undefined ? staffPath(slug) : staffPath(slug, `members/${member}`);
  return (
    <StaffFrame granted={granted} width="reading" before={<BackLink href={back} />}>
      <SavedRequest query={query} />
      <PageTitle lead={t("lead")}>{t("staffTitle")}</PageTitle>
      <ReceiveForm slug={slug} member={member} submit={t("staffSubmit")} back={back} />
    </StaffFrame>
  );
}
