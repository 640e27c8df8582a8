import { getTranslations } from "next-intl/server";
import { StatRow } from "@/components/content/stat-row";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import type { RuleTotal } from "@/lib/queries/retention/count-retention-due";
import type { TrailOverview } from "@/lib/queries/trail/get-trail-overview";
import { moments } from "../../_components/moments";
import { dpoPath } from "../../_components/paths";

type Props = { granted: Granted; overview: TrailOverview; retention: readonly RuleTotal[] };

/** Four figures: what came in, what was decided, what must go, what is late. */
export async function KeyFigures({ granted: { actor, panel }, overview, retention }: Props) {
  const t = await getTranslations("dpo.overview");
  const when = await moments();
  const decided = overview.decisions.reduce((total, { count }) => total + count, 0);
  const due = retention.reduce((total, row) => total + row.due, 0);
  const overdue = retention.reduce((total, row) => total + row.overdue, 0);
  const path = dpoPath(panel.slug, "retention");
  const link = <a href={path}>{t("seeRetention")}</a>;
  const begins = overdue > 0 && may(actor, "disposal.begin", panel.id);
  const dispose = begins ? <a href={path}>{t("dispose", { count: overdue })}</a> : undefined;
  return (
    <StatRow
      stats={[
        { key: "entries", label: t("entriesToday"), value: when.count(overview.entriesToday) },
        { key: "decisions", label: t("decisions"), value: when.count(decided) },
        { key: "due", label: t("due"), value: when.count(due), note: link },
        {
          key: "overdue",
          label: t("overdue"),
          value: when.count(overdue),
          note: overdue === 0 ? t("overdueNote") : dispose,
        },
      ]}
    />
  );
}
