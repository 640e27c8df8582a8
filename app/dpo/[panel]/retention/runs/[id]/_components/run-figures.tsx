import { getTranslations } from "next-intl/server";
import { StatRow } from "@/components/content/stat-row";
import type { DisposalRunView } from "@/lib/queries/disposal/get-disposal-run";
import { moments } from "../../../../../_components/moments";

/** How many people the run reaches, and how: they add up to everyone about whom something is due. */
export async function RunFigures({ run }: { run: DisposalRunView }) {
  const [t, when] = await Promise.all([getTranslations("disposals.figures"), moments()]);
  const { whole, inPart, kept, nothing } = run.people;
  const tense = run.state === "finished" ? "done" : "foreseen";
  const figures = [
    { key: "people", value: whole + inPart + kept + nothing, sign: undefined },
    { key: "whole", value: whole, sign: "=" },
    { key: "inPart", value: inPart, sign: "+" },
    { key: "kept", value: kept, sign: "+" },
    { key: "nothing", value: nothing, sign: "+" },
  ] as const;
  return (
    <StatRow
      stats={figures.map(({ key, value, sign }) => ({
        ...{ key, value: when.count(value), sign, label: t(`${key}.${tense}`) },
      }))}
    />
  );
}
