import { getTranslations } from "next-intl/server";
import type { SummaryRow } from "@/components/content/summary-list";
import type { RandomSample } from "@/lib/policy/sample";

/** How many were drawn at random, and what anybody needs to draw again; nothing where everybody was asked. */
export async function sampleRows(sample: RandomSample | null): Promise<SummaryRow[]> {
  if (sample === null) return [];
  const t = await getTranslations("staff.mailing");
  const { size, seed } = sample;
  return [
    { key: "sample", label: t("sample"), value: `${t("sampleWas", { size })} ${t("sampleSeed", { seed })}` },
  ];
}
