import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import type { StagedDecisions } from "@/lib/schemas/staged-decisions";

const most = 100;

/** Every cell that is wrong, by line and column; of very many the first. */
export async function ProblemTable({ problems }: { problems: StagedDecisions["problems"] }) {
  const t = await getTranslations("decisions");
  const columns = [
    { key: "line", label: t("check.line") },
    { key: "column", label: t("check.column") },
    { key: "problem", label: t("check.problem") },
  ];
  const rows = problems.slice(0, most).map(({ line, column, code }) => ({
    key: `${line}-${column}`,
    cells: {
      line: t("check.lineOf", { line }),
      column: <code>{column}</code>,
      problem: t(`problem.${code}`),
    },
  }));
  return (
    <>
      <DataTable caption={t("check.problems")} hideCaption columns={columns} rows={rows} />
      {problems.length > most ? <p className="text-muted">{t("check.shown", { count: most })}</p> : null}
    </>
  );
}
