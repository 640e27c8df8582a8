import { getTranslations } from "next-intl/server";
import { fileHeaders } from "@/lib/csv";
import { moments } from "../../../_components/moments";
import { recordFile } from "../_components/record-file";
import { recordPdf } from "../_components/record-pdf";

/** The record of processing activities as PDF, to file or hand over. */
export async function GET(_request: Request, { params }: { params: Promise<{ panel: string }> }) {
  const { panel, record, at, name } = await recordFile((await params).panel, "pdf");
  const [t, when] = await Promise.all([getTranslations("record"), moments()]);
  const under = t("under", { panel: panel.name, version: panel.policyNumber, day: when.day(at) });
  const words = {
    title: t("title"),
    under,
    controller: t("controller"),
    lacks: t("lacks"),
    none: t("none"),
    page: (page: number, pages: number) => `${under} · ${t("page", { page, pages })}`,
    label: (key: string) => t(`line.${key}`),
  };
  const file = await recordPdf(record, words, at);
  return new Response(Uint8Array.from(file), { headers: fileHeaders(`${name}.pdf`, "application/pdf") });
}
