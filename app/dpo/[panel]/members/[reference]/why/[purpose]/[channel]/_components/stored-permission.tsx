import { getTranslations } from "next-intl/server";
import { InsetText, NotificationBanner } from "@/components/content/notice";
import type { Stored } from "@/lib/queries/permission/get-why-in-full";

/** Whether what audiences read says what the gate says: an alarm when it does not and nothing explains it. */
export async function StoredPermission({ stored }: { stored: Stored | null }) {
  const t = await getTranslations("why.dpo");
  const reason = await getTranslations("policy.reason");
  if (stored === null) return <InsetText>{t("noStored")}</InsetText>;
  const { agreement, code } = stored;
  if (agreement === "agrees") return <p className="text-muted">{t("stored.agrees")}</p>;
  const says = t("storedSays", { reason: reason(code) });
  if (agreement === "due") {
    return (
      <InsetText>
        {t("stored.due")} {says}
      </InsetText>
    );
  }
  return (
    <NotificationBanner tone="danger" title={t("stored.differs")}>
      <p>{says}</p>
      <p>{t("alarm")}</p>
    </NotificationBanner>
  );
}
