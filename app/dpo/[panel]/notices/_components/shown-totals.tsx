import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import { editionSlug } from "@/lib/policy/notice-editions";
import type { ShownCount } from "@/lib/queries/notice/count-shown";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { editionWords, placeWords } from "./edition-words";

type Props = { slug: string; shown: readonly ShownCount[] };

const columns = ["version", "edition", "place", "times"] as const;

/** How often each text was shown, and how; the last line adds up. */
export async function ShownTotals({ slug, shown }: Props) {
  const t = await getTranslations("notices.dpo");
  const [when, nameOf, placeOf] = await Promise.all([moments(), editionWords(), placeWords()]);
  if (shown.length === 0)
    return (
      <Section title={t("shownTitle")}>
        <EmptyState title={t("shownEmpty")}>{t("shownEmptyBody")}</EmptyState>
      </Section>
    );
  const rows = shown.map((one) => ({
    key: `${one.number}-${editionSlug(one)}-${one.place}`,
    cells: {
      version: (
        <a href={dpoPath(slug, "notices/shown", { version: String(one.number), how: one.place })}>
          {t("version", { number: one.number })}
          <span className="sr-only">
            : {nameOf(one)}, {placeOf(one.place)}
          </span>
        </a>
      ),
      edition: nameOf(one),
      place: placeOf(one.place),
      times: when.count(one.times),
    },
  }));
  const total = shown.reduce((sum, one) => sum + one.times, 0);
  return (
    <Section title={t("shownTitle")} lead={t("shownLead")}>
      <DataTable
        caption={t("shownTitle")}
        hideCaption
        columns={columns.map((key) => ({ key, label: t(`column.${key}`), numeric: key === "times" }))}
        rows={rows}
        totals={{ version: t("total"), times: when.count(total) }}
      />
    </Section>
  );
}
