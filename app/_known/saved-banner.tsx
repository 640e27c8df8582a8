import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** After a press on a page of what is known: that it is saved, and when one message may still arrive. */
export async function SavedBanner({ query }: { query: Query }) {
  const t = await getTranslations("known");
  if (query["saved"] === undefined) return null;
  return (
    <NotificationBanner tone="success" title={t("saved")} announce>
      {query["late"] === undefined ? null : <p>{t("late")}</p>}
    </NotificationBanner>
  );
}
