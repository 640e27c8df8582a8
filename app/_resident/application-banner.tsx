import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { londonDate, now } from "@/lib/clock";
import type { OwnApplication } from "@/lib/queries/member/get-application";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { moments } from "./moments";

type Props = { panel: PanelView; application: OwnApplication };

/** How a person's application stands: waiting, turned down and why, or taken back. */
export async function ApplicationBanner({ panel, application }: Props) {
  const t = await getTranslations("member.home");
  const { civil, day } = await moments();
  const { submittedAt, closesOn, decideBy, outcome, decidedAt, reason } = application;
  if (outcome === null) {
    return (
      <NotificationBanner title={t("applicant")}>
        <p>{t("applicantMeans", { date: day(submittedAt) })}</p>
        {closesOn >= londonDate(now()) ? <p>{t("applicantOpen", { date: civil(closesOn) })}</p> : null}
        <p>
          <strong>{t("applicantHear", { date: civil(decideBy) })}</strong>
        </p>
      </NotificationBanner>
    );
  }
  if (decidedAt === null || outcome === "accepted") return null;
  const turnedDown = outcome === "unsuccessful";
  return (
    <NotificationBanner title={turnedDown ? t("unsuccessful") : t("withdrawn", { date: day(decidedAt) })}>
      {turnedDown ? <p>{t("unsuccessfulMeans", { date: day(decidedAt) })}</p> : null}
      {reason === null ? null : <p className="whitespace-pre-line">{reason}</p>}
      <p>
        {t("leftMeans")} <a href={`/${panel.slug}/join`}>{t("applyAgain")}</a>
      </p>
    </NotificationBanner>
  );
}
