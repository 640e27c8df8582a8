import { paperPdf } from "@/lib/pdf/paper";
import type { ProcessingRecord } from "@/lib/policy/processing-record";
import { headLines, rowLines, type RecordLine } from "./record-lines";

/** The words of the file, said before: a PDF has no translations of its own. */
export type RecordWords = {
  readonly title: string;
  readonly under: string;
  readonly controller: string;
  readonly lacks: string;
  readonly none: string;
  readonly page: (page: number, pages: number) => string;
  readonly label: (key: string) => string;
};

/** The record of processing activities as a PDF. */
export function recordPdf(record: ProcessingRecord, words: RecordWords, at: Date): Promise<Buffer> {
  const said = (lines: readonly RecordLine[]) =>
    lines.map((line) => ({ ...line, label: words.label(line.key) }));
  const activities = record.rows.map((row) => ({
    key: row.purposeKey,
    heading: row.name,
    warning: row.incomplete.length === 0 ? undefined : `${words.lacks}: ${row.incomplete.join(", ")}`,
    lines: said(rowLines(row)),
  }));
  const head = { key: "controller", heading: words.controller, lines: said(headLines(record.head)) };
  const { title, under, none, page } = words;
  const author = record.head.controller;
  return paperPdf({ title, under, author, none, page, sections: [head, ...activities] }, at);
}
