import { getTranslations } from "next-intl/server";
import { SummaryList } from "@/components/content/summary-list";
import type { RecordHead } from "@/lib/policy/processing-record";
import { headLines, type RecordLine } from "./record-lines";

/** One text, or a list of them; what is absent is said. */
export function LineValue({ line, none }: { line: RecordLine; none: string }) {
  if (line.values.length === 0) return <span className="text-muted">{none}</span>;
  if (line.values.length === 1) return <>{line.values[0]}</>;
  return (
    <ul className="record-values">
      {line.values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  );
}

/** Who the controller is and how data is kept safe. */
export async function RecordHeadList({ head }: { head: RecordHead }) {
  const t = await getTranslations("record");
  return (
    <SummaryList
      rows={headLines(head).map((line) => ({
        key: line.key,
        label: t(`line.${line.key}`),
        value: <LineValue line={line} none={t("none")} />,
      }))}
    />
  );
}
