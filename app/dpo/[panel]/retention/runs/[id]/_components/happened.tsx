import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { DisposalRunView } from "@/lib/queries/disposal/get-disposal-run";
import { moments } from "../../../../../_components/moments";
import { dpoPath } from "../../../../../_components/paths";

/** Who looked, who approved, and how it ended. */
export async function Happened({ slug, run }: { slug: string; run: DisposalRunView }) {
  const [t, when] = await Promise.all([getTranslations("disposals.happened"), moments()]);
  const said = ({ name, at }: { name: string | null; at: Date }) => ({
    name: name ?? t("somebody"),
    when: when.moment(at),
  });
  const { approved, finishedAt, cancelledAt } = run;
  return (
    <>
      <p className="text-muted">
        {t("simulated", said(run.simulated))} {approved === null ? null : t("approved", said(approved))}
      </p>
      {finishedAt === null ? null : (
        <NotificationBanner tone="success" title={t("finished", { when: when.moment(finishedAt) })}>
          <p>
            <a href={dpoPath(slug, `retention/runs/${run.id}/certificate`)}>{t("certificate")}</a>
          </p>
        </NotificationBanner>
      )}
      {cancelledAt === null ? null : (
        <NotificationBanner title={t("cancelled", { when: when.moment(cancelledAt) })}>
          <p>{t("cancelledBody")}</p>
        </NotificationBanner>
      )}
    </>
  );
}
