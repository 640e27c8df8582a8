import { stringify } from "csv-stringify/sync";

/** A cell that a spreadsheet would run as a formula: how it begins, after what the eye does not see. */
const formula = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

function harmless(cell: string): string {
  return formula.test(cell) || /^[\t\r]/u.test(cell) ? `'${cell}` : cell;
}

/**
 * A table as CSV (RFC 4180, UTF-8 with a mark so that spreadsheets read the letters right). A cell that a spreadsheet would
 * take for a formula begins with an apostrophe and stays text (CWE-1236).
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return csvPart([columns, ...rows], true);
}

/** Some rows of such a table, for one that is written part by part; the first part begins the file. */
export function csvPart(rows: readonly (readonly string[])[], first: boolean): string {
  return stringify(
    rows.map((row) => row.map(harmless)),
    { bom: first, record_delimiter: "windows", quoted_match: /[\r\n]/u },
  );
}

/** The headers of a file that is saved and never opened as a page. `name`: letters, digits, dots and hyphens. */
export function fileHeaders(name: string, type: string): Readonly<Record<string, string>> {
  return {
    "content-type": type,
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}
