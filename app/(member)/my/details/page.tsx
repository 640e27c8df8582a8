import { getTranslations } from "next-intl/server";
import { DetailsSummary } from "@/app/_resident/details-summary";
import { isOver } from "@/app/_resident/is-over";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { first, type Query } from "@/app/_resident/query";
import { NotificationBanner } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import { requireMember } from "@/lib/auth/require-actor";
import { getMember } from "@/lib/queries/member/get-member";

export const generateMetadata = memberTitle("details.title");

export default async function DetailsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const granted = await requireMember("details.change");
  const t = await getTranslations("member.details");
  const saved = first((await searchParams)["saved"]) ?? "";
  const { organisationId, memberId } = granted.actor;
  const [member, over] = await Promise.all([
    getMember(organisationId, memberId),
    isOver(organisationId, memberId),
  ]);
  return (
    <MemberFrame granted={granted}>
      {t.has(`saved.${saved}`) ? (
        <NotificationBanner announce tone="success" title={t(`saved.${saved}`)} />
      ) : null}
      {member.emailWaiting === null ? null : (
        <NotificationBanner title={t("waitingTitle")}>
          <p>{t("waiting", { address: member.emailWaiting })}</p>
        </NotificationBanner>
      )}
      <PageTitle lead={t(over ? "leadOver" : "lead")}>{t("title")}</PageTitle>
      <DetailsSummary document={granted.panel.document} member={member} />
      <p>{over ? <a href="/my/requests/ask/rectification">{t("askOver")}</a> : t("everything")}</p>
      <p>
        <a href="/my/data">{t("seeData")}</a>
      </p>
    </MemberFrame>
  );
}
