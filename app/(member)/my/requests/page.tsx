import { getTranslations } from "next-intl/server";
import { OwnRequests } from "@/app/_requests/own-requests";
import { OwnRights } from "@/app/_requests/own-rights";
import { requestsTitleOfMember } from "@/app/_requests/title";
import { MemberFrame } from "@/app/_resident/member-frame";
import { PageTitle } from "@/components/layout/page-title";
import { requireMember } from "@/lib/auth/require-actor";

export const generateMetadata = requestsTitleOfMember("own.title");

/** What a member may ask us to do with their details, and where what they asked stands. */
export default async function MyRequests() {
  const granted = await requireMember("rightsRequest.ask");
  const t = await getTranslations("requests.own");
  return (
    <MemberFrame granted={granted} width="page" current="/my/data">
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <OwnRequests panel={granted.panel} memberId={granted.actor.memberId} />
      <OwnRights panel={granted.panel} />
    </MemberFrame>
  );
}
