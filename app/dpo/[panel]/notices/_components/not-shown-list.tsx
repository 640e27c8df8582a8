import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { Pagination } from "@/components/content/pagination";
import type { NotShownPage } from "@/lib/queries/notice/list-not-shown";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";

type Props = { slug: string; page: NotShownPage; isFirst: boolean };

const columns = ["member", "newest", "joinedAt"] as const;

/** Members who are still to be told, with the newest version they know. */
export async function NotShownList({ slug, page, isFirst }: Props) {
  const [t, when] = await Promise.all([getTranslations("notices.dpo"), moments()]);
  const rows = page.rows.map((one) => ({
    key: one.id,
    cells: {
      member: <span className="reference">{one.reference}</span>,
      newest: one.newest === null ? t("noVersion") : t("version", { number: one.newest }),
      joinedAt: one.joinedAt === null ? "–" : when.day(one.joinedAt),
    },
  }));
  return (
    <>
      <DataTable
        caption={t("notShownTitle")}
        hideCaption
        columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
        rows={rows}
      />
      <Pagination
        labels={{ newer: t("first"), older: t("next") }}
        {...(isFirst ? {} : { newer: dpoPath(slug, "notices/not-shown") })}
        {...(page.next === null ? {} : { older: dpoPath(slug, "notices/not-shown", { after: page.next }) })}
      />
    </>
  );
}
