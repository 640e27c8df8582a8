import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import { Pagination } from "@/components/content/pagination";
import { Tag } from "@/components/content/tag";
import type { Granted } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { addPeriod } from "@/lib/policy/civil";
import { listScreenings } from "@/lib/queries/screening/list-screenings";
import { stillCounts } from "@/lib/schemas/screening";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";

const columns = ["screenedOn", "clear", "listed", "known", "recorded", "state"] as const;
const figures: readonly string[] = ["clear", "listed", "known"];

/** The screenings so far, newest first. */
export async function ScreeningHistory({
  granted,
  before,
}: {
  granted: Granted;
  before?: string | undefined;
}) {
  const [t, when] = await Promise.all([getTranslations("screening"), moments()]);
  const { screenings, older } = await listScreenings(granted, before);
  const today = londonDate(now());
  if (screenings.length === 0) return <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>;
  const rows = screenings.map(({ id, screenedOn, recordedAt, recordedBy, ...counts }) => ({
    key: id,
    cells: {
      screenedOn: when.civil(screenedOn),
      clear: when.count(counts.clear),
      listed: when.count(counts.listed),
      known: when.count(counts.known),
      recorded: (
        <span>
          {when.moment(recordedAt)}
          <span className="block text-small text-muted">{recordedBy ?? t("someone")}</span>
        </span>
      ),
      state: stillCounts(screenedOn, today) ? (
        <Tag tone="success">
          {t("state.counts", { day: when.civil(addPeriod(screenedOn, "P28D") ?? today) })}
        </Tag>
      ) : (
        <Tag>{t("state.over")}</Tag>
      ),
    },
  }));
  return (
    <>
      <DataTable
        caption={t("caption")}
        hideCaption
        columns={columns.map((key) => ({ key, label: t(`column.${key}`), numeric: figures.includes(key) }))}
        rows={rows}
      />
      <Pagination
        older={
          older === null ? undefined : dpoPath(granted.panel.slug, "telephone-screening", { before: older })
        }
      />
    </>
  );
}
