import { describe, expect, test } from "vitest";
import { recordPdf, type RecordWords } from "@/app/dpo/[panel]/record/_components/record-pdf";
import { rowLines } from "@/app/dpo/[panel]/record/_components/record-lines";
import type { PolicyDocument } from "@/lib/policy/document";
import { processingRecord } from "@/lib/policy/processing-record";
import { documents } from "../policy/presets";
import { textOf } from "../support/pdf-text";

const on = "2026-11-21";
const at = new Date("2026-11-21T10:00:00Z");
const words: RecordWords = {
  title: "Record of processing activities",
  under: "The panel, policy version 3",
  controller: "The controller",
  lacks: "Still lacks",
  none: "None",
  page: (page, pages) => `page ${page} of ${pages}`,
  label: (key) => key,
};

async function fileOf(document: PolicyDocument) {
  const record = processingRecord(document, on);
  const pdf = await recordPdf(record, words, at);
  return { record, pdf, text: textOf(pdf), source: pdf.toString("latin1") };
}

describe("the record of processing activities as PDF", () => {
  test.each(Object.entries(documents))(
    "%s: every activity is in it, with its lines",
    async (_key, document) => {
      const { record, text } = await fileOf(document);
      const squeezed = text.replaceAll(" ", "");
      for (const row of record.rows) {
        for (const value of [row.name, row.lawfulBasis, ...rowLines(row).flatMap(({ values }) => values)]) {
          const letters = value.replaceAll(/[^A-Za-z0-9]/gu, "");
          expect(squeezed.replaceAll(/[^A-Za-z0-9]/gu, "").includes(letters), value).toBe(true);
        }
      }
    },
  );

  test("it has a title, an author, a language and a date, and shows the title in the window", async () => {
    const { record, source, text } = await fileOf(documents.connect);
    expect(source).toMatch(/\/Title/u);
    expect(source).toMatch(/\/Author/u);
    expect(source).toMatch(/\/Lang \(en-GB\)/u);
    expect(source).toMatch(/\/DisplayDocTitle true/u);
    expect(source).toContain("D:20261121");
    expect(text).toContain(record.head.controller);
    expect(text).toContain("page 1 of ");
  });

  test("its headings and its lines are marked for a screen reader", async () => {
    const { record, source } = await fileOf(documents.connect);
    const marked = (tag: string) => source.split(`/S /${tag}\n`).length - 1;
    expect(source).toMatch(/\/MarkInfo/u);
    expect(source).toMatch(/\/StructTreeRoot/u);
    expect(marked("H1")).toBe(1);
    expect(marked("H2")).toBe(record.rows.length + 1);
    expect(marked("Table")).toBe(record.rows.length + 1);
    expect(marked("TH")).toBe(marked("TD"));
    expect(marked("TR")).toBe(marked("TD"));
    expect(marked("TR")).toBeGreaterThan(record.rows.length * 5);
  });

  test("what an activity lacks is said in it", async () => {
    const broken = { ...documents.connect, retentionRules: [] };
    const { text } = await fileOf(broken);
    expect(text).toContain("Still lacks: retention");
  });

  test("letters that the standard fonts lack are written plainly, never as something else", async () => {
    const { organisation } = documents.connect;
    const welsh = { ...documents.connect, organisation: { ...organisation, legalName: "Tai Dŵr a Thŷ – £" } };
    expect((await fileOf(welsh)).text).toContain("Tai Dwr a Thy");
  });
});
