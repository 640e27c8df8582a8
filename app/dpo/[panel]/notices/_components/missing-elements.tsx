import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { NoticeElement } from "@/lib/policy/notice-elements";

/** What the words must say before they may be published, each with its source. */
export async function MissingElements({ missing }: { missing: readonly NoticeElement[] }) {
  const t = await getTranslations("notices.dpo");
  if (missing.length === 0)
    return (
      <NotificationBanner tone="success" title={t("complete")}>
        <p>{t("completeBody")}</p>
      </NotificationBanner>
    );
  return (
    <NotificationBanner tone="danger" title={t("lacks", { count: missing.length })}>
      <ul>
        {missing.map(({ id, what, source }) => (
          <li key={id}>{t("lacksLine", { what, source })}</li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
