import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { Tag } from "@/components/content/tag";
import type { AtPlace } from "@/lib/queries/ledger/get-publication-state";
import { moments } from "../../../_components/moments";

const columns = ["placeColumn", "covers", "at"] as const;

type Props = { places: readonly AtPlace[]; newest: bigint | null };

/** The newest checkpoint at each place outside, and how far it is behind what was signed. */
export async function PlaceTable({ places, newest }: Props) {
  const [t, when] = await Promise.all([getTranslations("checkpoints.dpo"), moments()]);
  const rows = places.map(({ place, size, publishedAt }) => ({
    key: place,
    cells: {
      placeColumn: t(`place.${place}`),
      covers:
        size === null ? (
          "–"
        ) : (
          <span className="inline-flex flex-wrap items-center gap-2">
            {when.count(Number(size))}
            {size === newest ? (
              <Tag tone="success">{t("upToDate")}</Tag>
            ) : (
              <span className="text-small text-muted">
                {t("behind", { count: Math.max(0, Number((newest ?? size) - size)) })}
              </span>
            )}
          </span>
        ),
      at: publishedAt === null ? t(place === "witness" ? "noWitness" : "never") : when.second(publishedAt),
    },
  }));
  return (
    <DataTable
      caption={t("places")}
      hideCaption
      columns={columns.map((key) => ({ key, label: t(key) }))}
      rows={rows}
    />
  );
}
