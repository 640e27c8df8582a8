import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import { Tag, type TagTone } from "@/components/content/tag";
import type { MailingRow } from "@/lib/queries/staff/list-mailings";
import { moments } from "./moments";
import { staffPath } from "./paths";

type Props = { slug: string; rows: readonly MailingRow[]; caption: string };

export const mailingTone: Record<MailingRow["state"], TagTone> = {
  expanding: "info",
  sending: "info",
  paused: "danger",
  finished: "success",
  cancelled: "neutral",
};

/** Mailings, newest first: matched = to be asked + left out. */
export async function MailingTable({ slug, rows, caption }: Props) {
  const t = await getTranslations("staff.mailings");
  const when = await moments();
  if (rows.length === 0) return <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>;
  const columns = [
    { key: "title", label: t("column.title") },
    { key: "template", label: t("column.template") },
    { key: "createdAt", label: t("column.createdAt") },
    { key: "state", label: t("column.state") },
    { key: "matched", label: t("column.matched"), numeric: true },
    { key: "asked", label: t("column.asked"), numeric: true },
    { key: "leftOut", label: t("column.leftOut"), numeric: true },
  ];
  const tableRows = rows.map((mailing) => ({
    key: mailing.id,
    cells: {
      title: <a href={staffPath(slug, `mailings/${mailing.id}`)}>{mailing.title || t("untitled")}</a>,
      template: t(`template.${mailing.template}`),
      createdAt: when.moment(mailing.createdAt),
      state: <Tag tone={mailingTone[mailing.state]}>{t(`state.${mailing.state}`)}</Tag>,
      matched: mailing.matched.toLocaleString("en-GB"),
      asked: (mailing.matched - mailing.leftOut).toLocaleString("en-GB"),
      leftOut: mailing.leftOut.toLocaleString("en-GB"),
    },
  }));
  return <DataTable caption={caption} hideCaption columns={columns} rows={tableRows} />;
}
