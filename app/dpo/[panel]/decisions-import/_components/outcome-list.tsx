import { getTranslations } from "next-intl/server";
import { SummaryList } from "@/components/content/summary-list";
import type { DecisionPreview } from "@/lib/queries/decision-import/get-decision-list";
import { moments } from "../../../_components/moments";

const always = ["recorded", "members", "stops", "counts", "unproven", "noStands"] as const;
const sometimes = ["overtaken", "outweighed", "repeated", "sentInGap"] as const;

/** What becomes of the lines of a list, in numbers that add up. */
export async function OutcomeList({
  title,
  counts,
}: {
  title: string;
  counts: DecisionPreview & { sentInGap?: number };
}) {
  const t = await getTranslations("decisions.count");
  const { count } = await moments();
  const shown = [...always, ...sometimes.filter((key) => (counts[key] ?? 0) > 0)];
  const rows = shown.map((key) => ({ key, label: t(key), value: count(counts[key] ?? 0) }));
  return <SummaryList card={title} rows={rows} />;
}
