import { getTranslations } from "next-intl/server";
import type { Finding } from "@/lib/actions/form-state";
import type { Comparison } from "@/lib/queries/ledger/compare-checkpoints";

const tones: Readonly<Record<Comparison["outcome"], Finding["tone"]>> = {
  fits: "success",
  differs: "danger",
  ahead: "danger",
  gone: "warning",
  unsigned: "warning",
  foreign: "warning",
  unreadable: "warning",
};

/** What came of comparing checkpoints, in words. */
export async function comparisonFinding({ outcome, ...numbers }: Comparison): Promise<Finding> {
  const t = await getTranslations(`dpo.verify.compare.${outcome}`);
  const said = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(value)]));
  return { tone: tones[outcome], title: t("title"), sentences: [t("sentence", said)], facts: [] };
}
