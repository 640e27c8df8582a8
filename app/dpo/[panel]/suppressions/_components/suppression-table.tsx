import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { Tag } from "@/components/content/tag";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { ListedSuppression } from "@/lib/queries/suppression/list-suppressions";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { reachWords } from "./reach-words";

const columns = ["whose", "reach", "source", "evidence", "recorded", "state"] as const;

type Props = { panel: PanelView; suppressions: readonly ListedSuppression[] };

/** The stops, one a line: never an address, only how it ends. */
export async function SuppressionTable({ panel, suppressions }: Props) {
  const [t, when, reach] = await Promise.all([getTranslations("suppressions"), moments(), reachWords(panel)]);
  const rows = suppressions.map((one) => ({
    key: one.id,
    cells: {
      whose: (
        <span>
          {one.hint === null ? t("person") : <span className="reference">…{one.hint}</span>}
          {one.reference === null ? null : (
            <a className="reference block text-small" href={dpoPath(panel.slug, `members/${one.reference}`)}>
              {one.reference}
            </a>
          )}
        </span>
      ),
      reach: reach(one),
      source: (
        <span>
          {t.has(`source.${one.source}`) ? t(`source.${one.source}`) : one.source}
          {one.receivedOn === null ? null : (
            <span className="block text-small text-muted">
              {t("received", { day: when.civil(one.receivedOn) })}
            </span>
          )}
        </span>
      ),
      evidence: one.evidence ?? <span className="text-muted">{t("noEvidence")}</span>,
      recorded: (
        <span>
          <time dateTime={one.recordedAt.toISOString()}>{when.moment(one.recordedAt)}</time>
          <span className="block text-small text-muted">
            {one.recordedBy === null ? t("itself") : t("by", { name: one.recordedBy })}
          </span>
        </span>
      ),
      state:
        one.liftedAt === null ? (
          <span className="whitespace-nowrap">
            <Tag tone="info">{t("state.inForce")}</Tag>
          </span>
        ) : (
          <Tag>{t("state.lifted", { day: when.day(one.liftedAt) })}</Tag>
        ),
    },
  }));
  return (
    <DataTable
      caption={t("caption")}
      hideCaption
      columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
      rows={rows}
    />
  );
}
