import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { RuleTotal } from "@/lib/queries/retention/count-retention-due";
import { moments } from "../../../_components/moments";

type Props = { panel: PanelView; totals: readonly RuleTotal[] };

function sum(totals: readonly RuleTotal[], key: "due" | "overdue"): number {
  return totals.reduce((total, row) => total + row[key], 0);
}

/** What each promise asks for in the next 90 days; the last line adds up. */
export async function RuleTotals({ panel, totals }: Props) {
  const t = await getTranslations("dpo");
  const when = await moments();
  const rules = new Map(panel.document.retentionRules.map((rule) => [rule.key, rule]));
  const rows = totals.map((total) => ({
    key: `${total.ruleKey}-${total.action}`,
    cells: {
      rule: rules.get(total.ruleKey)?.what ?? total.ruleKey,
      period: rules.get(total.ruleKey)?.sourceText ?? "–",
      action: t(`action.${total.action}`),
      due: when.count(total.due),
      overdue: when.count(total.overdue),
    },
  }));
  const columns = [
    ...(["rule", "period", "action"] as const).map((key) => ({ key, label: t(`retention.${key}`) })),
    ...(["due", "overdue"] as const).map((key) => ({ key, label: t(`retention.${key}`), numeric: true })),
  ];
  const sums = {
    rule: t("retention.total"),
    due: when.count(sum(totals, "due")),
    overdue: when.count(sum(totals, "overdue")),
  };
  return (
    <Section title={t("retention.byRule")}>
      <DataTable caption={t("retention.byRule")} hideCaption columns={columns} rows={rows} totals={sums} />
    </Section>
  );
}
