import { getTranslations } from "next-intl/server";
import { moments } from "@/app/dpo/_components/moments";
import { dpoPath } from "@/app/dpo/_components/paths";
import { ButtonLink } from "@/components/content/button";
import { NotificationBanner } from "@/components/content/notice";
import type { ListedRun } from "@/lib/queries/disposal/list-disposal-runs";

/** The disposal run that waits for a second person, or that the worker carries out. */
export async function OpenRun({ slug, run }: { slug: string; run: ListedRun }) {
  const [t, when] = await Promise.all([getTranslations("disposals.open"), moments()]);
  return (
    <NotificationBanner tone="warning" title={t(run.state)}>
      <p>{t("asOf", { day: when.civil(run.asOf), items: run.items })}</p>
      <p>
        <ButtonLink href={dpoPath(slug, `retention/runs/${run.id}`)}>{t("see")}</ButtonLink>
      </p>
    </NotificationBanner>
  );
}
