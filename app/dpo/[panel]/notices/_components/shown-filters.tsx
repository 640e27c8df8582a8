import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/content/filter-bar";
import type { ShownCount } from "@/lib/queries/notice/count-shown";
import type { ShownQuery } from "@/lib/schemas/notice-edition";
import { dpoPath } from "../../../_components/paths";
import { placeWords } from "./edition-words";

type Props = { slug: string; counts: readonly ShownCount[]; query: ShownQuery };

/** Version and way, by a GET form. */
export async function ShownFilters({ slug, counts, query }: Props) {
  const t = await getTranslations("notices.dpo");
  const placeOf = await placeWords();
  const numbers = [...new Set(counts.map(({ number }) => number))];
  const places = [...new Set(counts.map(({ place }) => place))];
  return (
    <FilterBar
      action={dpoPath(slug, "notices/shown")}
      label={t("filter")}
      filters={[
        {
          kind: "select",
          name: "version",
          label: t("column.version"),
          value: query.version === undefined ? undefined : String(query.version),
          options: numbers.map((number) => ({ value: String(number), label: t("version", { number }) })),
          anyLabel: t("anyVersion"),
        },
        {
          kind: "select",
          name: "how",
          label: t("column.place"),
          value: query.how,
          options: places.map((place) => ({ value: place, label: placeOf(place) })),
          anyLabel: t("anyPlace"),
        },
      ]}
    />
  );
}
