import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { Granted } from "@/lib/auth/require-actor";
import { countWaitingHolds } from "@/lib/queries/legal-hold/count-waiting-holds";
import { dpoPath } from "../../_components/paths";

/** Legal holds whose review is overdue, and those of which somebody else should agree that they end. Nothing when none is. */
export async function WaitingHolds({ granted, at }: { granted: Granted; at: Date }) {
  const [t, counts] = await Promise.all([getTranslations("holds.overview"), countWaitingHolds(granted, at)]);
  const see = <a href={dpoPath(granted.panel.slug, "legal-holds")}>{t("see")}</a>;
  return (["overdue", "proposed"] as const).map((what) =>
    counts[what] === 0 ? null : (
      <NotificationBanner
        key={what}
        tone={what === "overdue" ? "danger" : "warning"}
        title={t(`${what}.title`, { count: counts[what] })}
      >
        <p>
          {t(`${what}.body`)} {see}
        </p>
      </NotificationBanner>
    ),
  );
}
