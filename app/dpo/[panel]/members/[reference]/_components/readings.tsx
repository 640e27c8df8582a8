import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { TrailEntry } from "@/lib/queries/trail/trail-entry";
import { entryWords } from "../../../../_components/entry-words";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";

/** Who looked at this person's trail lately. */
export async function Readings({ panel, readings }: { panel: PanelView; readings: readonly TrailEntry[] }) {
  const t = await getTranslations("dpo.history");
  const [words, when] = await Promise.all([entryWords(panel), moments()]);
  const rows = readings.map((entry) => ({
    key: entry.seq,
    cells: {
      readingWhen: <a href={dpoPath(panel.slug, `trail/${entry.seq}`)}>{when.second(entry.recordedAt)}</a>,
      readingBy: words.actor(entry.actor),
      readingView: [entry.data["view"] ?? []].flat().map((view) => words.value("view", view)),
    },
  }));
  return (
    <Section title={t("readings")} lead={t("readingsLead", { count: readings.length })}>
      <DataTable
        caption={t("readings")}
        hideCaption
        columns={(["readingWhen", "readingBy", "readingView"] as const).map((key) => ({
          key,
          label: t(key),
        }))}
        rows={rows}
      />
    </Section>
  );
}
