import { getTranslations } from "next-intl/server";
import { resume } from "@/app/(member)/my/pause/actions";
import { NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { londonDate, now } from "@/lib/clock";
import { getOwnApplication } from "@/lib/queries/member/get-application";
import type { MemberView } from "@/lib/queries/member/get-member";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ApplicationBanner } from "./application-banner";
import { moments } from "./moments";

/** What changes everything else on the page: a break, a limit, having left, having applied. */
export async function DashboardBanners({ panel, member }: { panel: PanelView; member: MemberView }) {
  const t = await getTranslations("member.home");
  const { civil, day } = await moments();
  const { pausedUntil, leftAt, state } = member;
  const application = await getOwnApplication(panel.organisationId, member.id);
  const open =
    state === "applicant" || application?.outcome === "unsuccessful" || application?.outcome === "withdrawn";
  const own = open && state !== "member" ? application : null;
  const onBreak = pausedUntil !== null && pausedUntil >= londonDate(now());
  return (
    <>
      {onBreak && state === "member" ? (
        <NotificationBanner title={t("paused", { date: civil(pausedUntil) })}>
          <p>{t("pausedMeans")}</p>
          <Form id="resume" action={resume} fields={[]} submit={t("resume")} tone="secondary" />
        </NotificationBanner>
      ) : null}
      {member.restricted ? (
        <NotificationBanner tone="warning" title={t("restricted")}>
          <p>{t("restrictedMeans")}</p>
        </NotificationBanner>
      ) : null}
      {own === null && (state === "left" || state === "ended") ? (
        <NotificationBanner title={leftAt === null ? t("ended") : t("left", { date: day(leftAt) })}>
          <p>
            {t("leftMeans")} <a href={`/${panel.slug}/join`}>{t("joinAgain")}</a>
          </p>
        </NotificationBanner>
      ) : null}
      {own === null ? null : <ApplicationBanner panel={panel} application={own} />}
    </>
  );
}
