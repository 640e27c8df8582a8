import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { ProcessingRow } from "@/lib/policy/processing-record";

/** Activities that still lack something, each with what (law.md AC-1). Nothing when the record is complete. */
export async function IncompleteRows({ rows }: { rows: readonly ProcessingRow[] }) {
  const t = await getTranslations("record");
  const incomplete = rows.filter((row) => row.incomplete.length > 0);
  if (incomplete.length === 0) return null;
  return (
    <NotificationBanner tone="warning" title={t("incompleteTitle", { count: incomplete.length })}>
      <ul>
        {incomplete.map((row) => (
          <li key={row.purposeKey}>
            <a href={`#${row.purposeKey}`}>{row.name}</a>: {row.incomplete.join(", ")}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
