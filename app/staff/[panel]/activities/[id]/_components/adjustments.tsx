import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { InsetText } from "@/components/content/notice";
import type { AdjustmentView } from "@/lib/queries/staff/list-adjustments";
import { staffPath } from "../../../../_components/paths";

type Props = { slug: string; adjustments: readonly AdjustmentView[] | null; organiser: string };

/** What people need to take part; for the organiser only, and everyone else is told so. */
export async function Adjustments({ slug, adjustments, organiser }: Props) {
  const t = await getTranslations("staff.activity.adjustments");
  if (adjustments === null) return <InsetText>{t("organiserOnly", { name: organiser })}</InsetText>;
  if (adjustments.length === 0) return <p className="text-muted">{t("none")}</p>;
  const columns = (["name", "need"] as const).map((key) => ({ key, label: t(`column.${key}`) }));
  const rows = adjustments.map(({ reference, name, need }) => ({
    key: reference,
    cells: { name: <a href={staffPath(slug, `members/${reference}`)}>{name}</a>, need },
  }));
  return <DataTable caption={t("title")} hideCaption columns={columns} rows={rows} />;
}
