import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { Tag } from "@/components/content/tag";
import type { LegalHoldLine } from "@/lib/queries/legal-hold/list-legal-holds";
import { moments } from "../../../_components/moments";
import { holdPath } from "./hold-path";
import { whoIsHeld } from "./who-is-held";

/** Which days a list shows: those that stand are reviewed, the others were released. */
const columnsOf = {
  standing: ["who", "ground", "owner", "reviewOn"],
  released: ["who", "ground", "placedAt", "releasedAt"],
} as const;

type Props = { slug: string; holds: readonly LegalHoldLine[]; of: keyof typeof columnsOf };

/** Holds, each with the way to it. */
export async function HoldTable({ slug, holds, of }: Props) {
  const [t, when, who] = await Promise.all([getTranslations("holds"), moments(), whoIsHeld()]);
  const rows = holds.map((hold) => ({
    key: hold.id,
    cells: {
      who: <a href={holdPath(slug, hold.id)}>{who(hold.held)}</a>,
      ground: t(`ground.${hold.ground}`),
      owner: hold.owner ?? t("someone"),
      reviewOn: (
        <span>
          {when.civil(hold.reviewOn)} {hold.overdue ? <Tag tone="danger">{t("overdue")}</Tag> : null}{" "}
          {hold.releaseProposed ? <Tag tone="warning">{t("proposed")}</Tag> : null}
        </span>
      ),
      placedAt: when.day(hold.placedAt),
      releasedAt: hold.releasedAt === null ? null : when.day(hold.releasedAt),
    },
  }));
  const columns = columnsOf[of].map((key) => ({ key, label: t(`column.${key}`) }));
  return <DataTable caption={t(of)} hideCaption columns={columns} rows={rows} />;
}
