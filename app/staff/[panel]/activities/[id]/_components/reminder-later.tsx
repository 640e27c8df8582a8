import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { ReminderStanding } from "@/lib/policy/reminder";
import { moments } from "../../../../_components/moments";

/** Why no reminder goes now: it is too soon, and from when it may, or there is no place left to say yes to. */
export async function ReminderLater({ standing }: { standing: Exclude<ReminderStanding, { kind: "now" }> }) {
  const t = await getTranslations("staff.reminder");
  const { moment } = await moments();
  if (standing.kind === "full") {
    return (
      <NotificationBanner title={t("full")}>
        <p>{t("fullMeans")}</p>
      </NotificationBanner>
    );
  }
  return (
    <NotificationBanner title={t("later", { moment: moment(new Date(standing.from)) })}>
      <p>{t("laterMeans")}</p>
    </NotificationBanner>
  );
}
