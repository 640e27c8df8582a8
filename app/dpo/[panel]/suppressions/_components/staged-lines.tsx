import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { StagedStop } from "@/lib/schemas/staged-list";
import { moments } from "../../../_components/moments";
import { reachWords } from "./reach-words";

const columns = ["whose", "reach", "source", "evidence"] as const;
const shown = 20;

/** The first lines of what would be added. */
export async function StagedLines({ panel, stops }: { panel: PanelView; stops: readonly StagedStop[] }) {
  const [t, when, reach] = await Promise.all([getTranslations("suppressions"), moments(), reachWords(panel)]);
  const rows = stops.slice(0, shown).map((stop, place) => ({
    key: String(place),
    cells: {
      whose: stop.addressHint === null ? t("person") : <span className="reference">…{stop.addressHint}</span>,
      reach: reach({ ...stop, marketingOnly: stop.messageKind !== null }),
      source: (
        <span>
          {t(`source.${stop.source}`)}
          <span className="block text-small text-muted">
            {t("received", { day: when.civil(stop.receivedOn) })}
          </span>
        </span>
      ),
      evidence: stop.evidence,
    },
  }));
  return (
    <DataTable
      caption={t("check.firstLines", { shown: rows.length, count: stops.length })}
      hideCaption={rows.length === stops.length}
      columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
      rows={rows}
    />
  );
}
