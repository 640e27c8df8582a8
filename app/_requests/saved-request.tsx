import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** After a press on a page about requests: what was saved. */
export async function SavedRequest({ query: { saved } }: { query: Query }) {
  const t = await getTranslations("requests.saved");
  if (typeof saved !== "string" || !t.has(saved)) return null;
  return <NotificationBanner tone="success" title={t(saved)} announce />;
}
