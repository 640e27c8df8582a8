import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { csvOf, fileHeaders } from "@/lib/csv";

const mark = "\ufeff";

describe("a table as CSV", () => {
  test.each([
    "=1+1",
    "+44 20 7946 0000",
    "-2+3",
    "@SUM(A1)",
    '=HYPERLINK("https://x.example")',
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "\u200b=1+1",
    "＝1+1",
  ])("%j stays text", (cell) => {
    const [, line = ""] = csvOf(["A"], [[cell]]).split(/\r\n(?=["'])/u);
    expect(line.replace(/^"/u, "")).toMatch(/^'/u);
  });

  test.each(["a=b", "2026-11-21", "R-7K3M9", "O'Neill", ""])("%j is left as it is", (cell) => {
    expect(csvOf(["A"], [[cell, "end"]])).toBe(`${mark}A\r\n${cell},end\r\n`);
  });

  test("commas, quotes and line ends stay inside their cell", () => {
    expect(csvOf(["A", "B"], [['say "yes", now', "one\ntwo"]])).toBe(
      `${mark}A,B\r\n"say ""yes"", now","one\ntwo"\r\n`,
    );
  });

  test("whatever a cell holds, a spreadsheet never reads it as a formula", () => {
    const sign = fc.constantFrom("=", "+", "-", "@", "\t", "\r", " ", '"', "\u200b", "＝", "a", "1", ",");
    fc.assert(
      fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 6 }), (cell) => {
        const [, line = ""] = csvOf(["A"], [[cell]]).split(/A\r\n/u);
        expect(line.replace(/^"/u, "")).not.toMatch(/^[\s\u200b]*[=+\-@＝]/u);
      }),
      { numRuns: 1000 },
    );
  });
});

test("a file is saved, never shown or kept", () => {
  expect(fileHeaders("a.csv", "text/csv")).toMatchObject({
    "content-disposition": 'attachment; filename="a.csv"',
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
});
