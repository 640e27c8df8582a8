import { getTranslations } from "next-intl/server";
import { BarChart } from "@/components/charts/bar-chart";
import type { TrailOverview } from "@/lib/queries/trail/get-trail-overview";
import { moments } from "../../_components/moments";

/** Decisions of the last 30 days by kind, with their sum. */
export async function DecisionChart({ decisions }: Pick<TrailOverview, "decisions">) {
  const t = await getTranslations("dpo");
  const when = await moments();
  const total = decisions.reduce((sum, { count }) => sum + count, 0);
  return (
    <BarChart
      title={t("overview.decisionsTitle")}
      labelHeading={t("overview.decision")}
      valueHeading={t("overview.people")}
      bars={decisions.map(({ decision, count }) => ({
        key: decision,
        label: t(`event.consent.${decision}`),
        value: count,
        figure: when.count(count),
      }))}
      total={{ label: t("overview.total"), figure: when.count(total) }}
    />
  );
}
