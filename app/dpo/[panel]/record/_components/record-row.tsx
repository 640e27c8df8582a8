import { getTranslations } from "next-intl/server";
import { SummaryList } from "@/components/content/summary-list";
import { Tag } from "@/components/content/tag";
import type { ProcessingRow } from "@/lib/policy/processing-record";
import { LineValue } from "./record-head";
import { rowLines } from "./record-lines";

/** One activity of the record. What it still lacks stands first. */
export async function RecordRow({ row }: { row: ProcessingRow }) {
  const t = await getTranslations("record");
  return (
    <section id={row.purposeKey} className="card">
      <div className="card-head">
        <h3 className="card-title">{row.name}</h3>
        {row.incomplete.length === 0 ? null : <Tag tone="danger">{t("incomplete")}</Tag>}
      </div>
      <SummaryList
        rows={[
          ...(row.incomplete.length === 0
            ? []
            : [{ key: "lacks", label: t("lacks"), value: <strong>{row.incomplete.join(", ")}</strong> }]),
          ...rowLines(row).map((line) => ({
            key: line.key,
            label: t(`line.${line.key}`),
            value: <LineValue line={line} none={t("none")} />,
          })),
        ]}
      />
    </section>
  );
}
