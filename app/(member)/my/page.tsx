import { getTranslations } from "next-intl/server";
import { ChangeBanner } from "@/app/_resident/change-banner";
import { DashboardBanners } from "@/app/_resident/dashboard-banners";
import { DashboardPurposes } from "@/app/_resident/dashboard-purposes";
import { DetailsSummary } from "@/app/_resident/details-summary";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { moments } from "@/app/_resident/moments";
import { OpenForMe } from "@/app/_resident/open-for-me";
import { Goodbyes } from "@/app/_resident/goodbyes";
import { RecentHistory } from "@/app/_resident/recent-history";
import { Section } from "@/components/content/card";
import { PageTitle } from "@/components/layout/page-title";
import { requireMember } from "@/lib/auth/require-actor";
import { getMember } from "@/lib/queries/member/get-member";

export const generateMetadata = memberTitle("nav.home");

export default async function DashboardPage() {
  const granted = await requireMember("dashboard.view");
  const { panel, actor } = granted;
  const t = await getTranslations("member.home");
  const { day } = await moments();
  const member = await getMember(actor.organisationId, actor.memberId);
  const since = member.joinedAt === null ? "" : t("since", { date: day(member.joinedAt) });
  const here = member.state === "member";
  // Waiting, turned down or taken back: they never were a member.
  const applied = panel.document.panel.joining === "round" && member.joinedAt === null;
  return (
    <MemberFrame granted={granted} width="page">
      <PageTitle
        lead={
          <>
            {since} {t(applied ? "referenceApplied" : "reference")}{" "}
            <span className="reference whitespace-nowrap">{member.reference}</span>
          </>
        }
      >
        {t("hello", { name: member.givenName })}
      </PageTitle>
      <DashboardBanners panel={panel} member={member} />
      <ChangeBanner panel={panel} memberId={actor.memberId} />
      {here ? <OpenForMe organisationId={actor.organisationId} memberId={actor.memberId} /> : null}
      <DashboardPurposes panel={panel} memberId={actor.memberId} mayChange={here} />
      <RecentHistory panel={panel} memberId={actor.memberId} />
      <Section title={t("detailsTitle")}>
        <DetailsSummary document={panel.document} member={member} />
        <p>
          <a href="/my/data">{t("allData")}</a>
        </p>
        <p>
          <a href="/my/requests">{t("allRequests")}</a>
        </p>
      </Section>
      <Goodbyes state={member.state} />
    </MemberFrame>
  );
}
