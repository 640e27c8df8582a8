import { getTranslations } from "next-intl/server";
import { dpoPath } from "@/app/dpo/_components/paths";
import { NotificationBanner } from "@/components/content/notice";
import type { Granted } from "@/lib/auth/require-actor";
import { countWaitingHolds } from "@/lib/queries/legal-hold/count-waiting-holds";

const kinds = ["overdue", "proposed"] as const;

type Props = { granted: Granted; at: Date; of?: readonly (typeof kinds)[number][] };

/** Legal holds whose review is overdue, and those of which somebody else should agree that they end. Nothing when none is. */
export async function WaitingHolds({ granted, at, of = kinds }: Props) {
  const [t, counts] = await Promise.all([getTranslations("holds.overview"), countWaitingHolds(granted, at)]);
  const see = <a href={dpoPath(granted.panel.slug, "legal-holds")}>{t("see")}</a>;
  return of.map((what) =>
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
