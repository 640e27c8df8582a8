import { getFormatter, getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { Pagination } from "@/components/content/pagination";
import { Tag } from "@/components/content/tag";
import type { CheckpointPage } from "@/lib/queries/ledger/get-checkpoints";
import { momentsIn } from "@/lib/words/moments";

type Props = {
  page: CheckpointPage;
  caption: string;
  /** The address of the page this is on, without what narrows it. */
  path: string;
  /** The address below which each is plain text. */
  notes: string;
  /** Whether this is a later part of the list. */
  isLater: boolean;
};

/** Checkpoints, newest first, with what is needed to compare one that somebody holds. */
export async function CheckpointTable({ page, caption, path, notes, isLater }: Props) {
  const [t, format] = await Promise.all([getTranslations("checkpoints.table"), getFormatter()]);
  const when = momentsIn(format);
  const epochs = new Set(page.checkpoints.map(({ epoch }) => epoch));
  const rows = page.checkpoints.map(({ epoch, size, root, signedAt, witnessed }) => ({
    key: `${epoch}-${size}`,
    cells: {
      when: when.moment(signedAt),
      size: (
        <>
          <a href={`${notes}/${epoch}-${size}`}>{format.number(size)}</a>
          {epochs.size > 1 ? <span className="block text-small">{t("epoch", { epoch })}</span> : null}
        </>
      ),
      root: <span className="reference text-small">{root}</span>,
      witness: witnessed ? <Tag tone="success">{t("witnessed")}</Tag> : t("notWitnessed"),
    },
  }));
  const columns = (["when", "size", "root", "witness"] as const).map((key) => ({
    key,
    label: t(key),
    numeric: key === "size",
  }));
  return (
    <>
      <DataTable caption={caption} hideCaption columns={columns} rows={rows} />
      <Pagination
        newer={isLater ? path : undefined}
        older={page.older === null ? undefined : `${path}?before=${page.older}`}
        labels={{ newer: t("newest"), older: t("older") }}
      />
    </>
  );
}
