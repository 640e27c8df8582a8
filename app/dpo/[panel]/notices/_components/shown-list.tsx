import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import { Pagination } from "@/components/content/pagination";
import type { ShownPage } from "@/lib/queries/notice/list-shown";
import type { ShownQuery } from "@/lib/schemas/notice-edition";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { editionWords, placeWords } from "./edition-words";

type Props = { slug: string; page: ShownPage; query: ShownQuery };

const columns = ["member", "version", "edition", "place", "shownAt"] as const;

/** Showings, the newest first. */
export async function ShownList({ slug, page, query }: Props) {
  const t = await getTranslations("notices.dpo");
  const [when, nameOf, placeOf] = await Promise.all([moments(), editionWords(), placeWords()]);
  if (page.rows.length === 0) return <EmptyState title={t("noneFound")}>{t("noneFoundBody")}</EmptyState>;
  const rows = page.rows.map((one) => ({
    key: one.id,
    cells: {
      member: one.reference === null ? t("gone") : <span className="reference">{one.reference}</span>,
      version: t("version", { number: one.number }),
      edition: nameOf(one),
      place: placeOf(one.place),
      shownAt: when.moment(one.shownAt),
    },
  }));
  const kept = { version: query.version === undefined ? undefined : String(query.version), how: query.how };
  return (
    <>
      <DataTable
        caption={t("whoTitle")}
        hideCaption
        columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
        rows={rows}
      />
      <Pagination
        labels={{ newer: t("first"), older: t("next") }}
        {...(query.after === undefined ? {} : { newer: dpoPath(slug, "notices/shown", kept) })}
        {...(page.next === null
          ? {}
          : { older: dpoPath(slug, "notices/shown", { ...kept, after: page.next }) })}
      />
    </>
  );
}
