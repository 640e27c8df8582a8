import { getTranslations } from "next-intl/server";

/** Newer and older, by key: page numbers would lie while rows arrive. */
export async function Pagination({
  newer,
  older,
  labels,
}: {
  newer?: string | undefined;
  older?: string | undefined;
  /** For lists that are not ordered by time. */
  labels?: { newer: string; older: string } | undefined;
}) {
  const t = await getTranslations("design.words");
  if (newer === undefined && older === undefined) return null;
  return (
    <nav aria-label={t("pages")} className="pagination">
      {newer === undefined ? <span /> : <a href={newer}>← {labels?.newer ?? t("newer")}</a>}
      {older === undefined ? null : <a href={older}>{labels?.older ?? t("older")} →</a>}
    </nav>
  );
}
