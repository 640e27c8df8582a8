import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { latestMailing } from "@/lib/queries/staff/latest-mailing";
import { moments } from "../../../../_components/moments";
import { staffPath } from "../../../../_components/paths";
import type { Sending } from "./sending";

/** There is nobody to send it to: because it was sent, where it was, and how that goes. */
export async function NobodyLeft({ sending: { granted, activity } }: { sending: Sending }) {
  const t = await getTranslations("staff.preview");
  const sent = await latestMailing(granted, activity.id);
  if (sent === null) return <NotificationBanner tone="warning" title={t("nobody")} />;
  const { moment } = await moments();
  return (
    <NotificationBanner title={t("sentAlready", { moment: moment(sent.createdAt) })}>
      <p>
        {t("nobodyElse")} <a href={staffPath(granted.panel.slug, `mailings/${sent.id}`)}>{t("seeMailing")}</a>
      </p>
    </NotificationBanner>
  );
}
