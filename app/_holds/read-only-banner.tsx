import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { openHolds } from "@/lib/ledger/hold";

/** What a resident is told on each of their pages while an older copy of the database is here; nothing otherwise. */
export async function ReadOnlyBanner({ organisationId }: { organisationId: string }) {
  const holds = await openHolds(organisationId);
  if (!holds.some(({ reason }) => reason === "behind")) return null;
  const t = await getTranslations("member.readOnly");
  return (
    <NotificationBanner tone="warning" title={t("title")}>
      <p>{t("means")}</p>
      <p>{t("ask")}</p>
    </NotificationBanner>
  );
}
