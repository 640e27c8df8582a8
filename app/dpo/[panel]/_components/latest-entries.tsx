import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { TrailEntry } from "@/lib/queries/trail/trail-entry";
import { dpoPath } from "../../_components/paths";
import { TrailTable } from "../../_components/trail-table";

/** What was recorded last. */
export async function LatestEntries({
  panel,
  entries,
}: {
  panel: PanelView;
  entries: readonly TrailEntry[];
}) {
  const t = await getTranslations("dpo.overview");
  return (
    <Section title={t("latest")}>
      {entries.length === 0 ? <p>{t("latestEmpty")}</p> : <TrailTable panel={panel} entries={entries} />}
      <p>
        <a href={dpoPath(panel.slug, "trail")}>{t("seeTrail")}</a>
      </p>
    </Section>
  );
}
