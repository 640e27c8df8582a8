import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { hasUnseenChange } from "@/lib/queries/policy/get-what-changed";

/** Stays until the member was shown what changed, by whatever way. */
export async function ChangeBanner({ panel, memberId }: { panel: PanelView; memberId: string }) {
  if (!(await hasUnseenChange(panel, memberId))) return null;
  const t = await getTranslations("policyRegister.member");
  return (
    <NotificationBanner title={t("bannerTitle")}>
      <p>
        {t("bannerBody")} <a href="/my/what-changed">{t("bannerLink")}</a>
      </p>
    </NotificationBanner>
  );
}
