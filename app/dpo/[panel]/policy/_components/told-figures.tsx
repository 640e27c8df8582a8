import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { StatRow } from "@/components/content/stat-row";
import type { NoticeProgress } from "@/lib/queries/policy/list-untold";
import { moments } from "../../../_components/moments";

const figures = ["mail", "page", "letter", "waiting", "untold"] as const;

/** How many were told by each way, and how many were not yet. */
export async function ToldFigures({ slug, progress }: { slug: string; progress: NoticeProgress }) {
  const t = await getTranslations("policyRegister.told");
  const { count } = await moments();
  return (
    <>
      {progress.finishedAt === null ? null : <NotificationBanner tone="success" title={t("done")} />}
      <StatRow stats={figures.map((key) => ({ key, label: t(key), value: count(progress[key]) }))} />
      <p className="flex flex-wrap gap-x-6">
        {progress.mailingId === null ? null : (
          <a href={`/staff/${slug}/mailings/${progress.mailingId}`}>{t("mailing")}</a>
        )}
        <a href={`/${slug}/privacy/${progress.noticeNumber}`}>{t("notice")}</a>
      </p>
    </>
  );
}
