import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { Granted } from "@/lib/auth/require-actor";
import { countWaitingObjections } from "@/lib/queries/marker/count-waiting-objections";
import { dpoPath } from "../../_components/paths";

/** How many objections wait for a decision, and the way to them. Nothing when none does. */
export async function WaitingObjections({ granted, at }: { granted: Granted; at: Date }) {
  const [t, total] = await Promise.all([
    getTranslations("dpo.overview"),
    countWaitingObjections(granted, at),
  ]);
  const { waiting, overdue, more } = total;
  if (waiting === 0) return null;
  const title = t("objections", { count: waiting, more: String(more) });
  return (
    <NotificationBanner tone={overdue === 0 ? "warning" : "danger"} title={title}>
      <p>
        {t("objectionsLate", { count: overdue })}{" "}
        <a href={dpoPath(granted.panel.slug, "objections")}>{t("seeObjections")}</a>
      </p>
    </NotificationBanner>
  );
}
