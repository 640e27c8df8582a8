import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { recordedFile } from "@/lib/actions/recorded-file";
import { requireActor } from "@/lib/auth/require-actor";
import { csvOf, fileHeaders } from "@/lib/csv";
import { listOr404 } from "../../../_components/list-or-404";

type Context = { params: Promise<{ panel: string; id: string }> };

/** Every problem of a file as a file, by line and column; never what a cell says. */
export async function GET(_request: Request, { params }: Context) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("decision.import", slug);
  const list = await listOr404(granted, id);
  if (list.state !== "wrong") notFound();
  await recordedFile(granted, "decisionProblems", "csv");
  const t = await getTranslations("decisions");
  const columns = [t("check.line"), t("check.column"), t("check.problem")];
  const rows = list.problems.map(({ line, column, code }) => [String(line), column, t(`problem.${code}`)]);
  return new Response(csvOf(columns, rows), {
    headers: fileHeaders(`problems-${slug}.csv`, "text/csv; charset=utf-8"),
  });
}
