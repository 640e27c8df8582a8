import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Fault } from "@/lib/result";

/** What a list may be: more lines go in a second file. */
export const mostListBytes = 900_000;
export const mostLines = 10_000;
const mostFaults = 20;

/** One line of a list, its cells by the column's name; `line` as a text editor counts. */
export type ListLine = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] };

const parsedSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

const parts = /[,;\t]/u;

function separatorOf(text: string): string {
  const first = text.split(/\r?\n/u).find((line) => line.trim() !== "") ?? "";
  return parts.exec(first)?.[0] ?? ",";
}

/** Says every fault, up to twenty, and how many more there are. */
export function faultsOf(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= mostFaults) return faults;
  const more = { code: "list.more", params: { count: faults.length - mostFaults } };
  return [...faults.slice(0, mostFaults), more];
}

function refuse(code: string, params?: Fault["params"]): Reading<never> {
  return { ok: false, faults: [params === undefined ? { code } : { code, params }] };
}

/**
 * A list with a line of headings, as spreadsheets save it: columns in any order, named in any case, parted by commas,
 * semicolons or tabs. `required` columns must be there; columns that are not known are refused, not passed over.
 */
export function readList(
  text: string,
  required: readonly string[],
  optional: readonly string[],
  mostBytes: number = mostListBytes,
): Reading<readonly ListLine[]> {
  if (new TextEncoder().encode(text).length > mostBytes) return refuse("list.large");
  let rows: z.output<typeof parsedSchema>;
  try {
    const delimiter = separatorOf(text);
    const parsed: unknown = parse(text, {
      ...{ bom: true, delimiter, info: true, trim: true, skip_empty_lines: true, relax_column_count: true },
      skip_records_with_empty_values: true,
    });
    rows = parsedSchema.parse(parsed);
  } catch {
    return refuse("list.unreadable");
  }
  const [head, ...body] = rows;
  const names = head?.record.map((name) => name.toLowerCase()) ?? [];
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) return refuse("list.columnMissing", { column: missing.join(", ") });
  const known = [...required, ...optional];
  const strange = names.filter((name, place) => !known.includes(name) || names.indexOf(name) !== place);
  if (strange.length > 0) return refuse("list.columnUnknown", { columns: known.join(", ") });
  if (body.length === 0) return refuse("list.empty");
  if (body.length > mostLines) return refuse("list.long", { most: mostLines });
  const long = body.filter(({ record }) => record.length > names.length);
  if (long.length > 0) {
    return {
      ok: false,
      faults: faultsOf(long.map(({ info }) => ({ code: "list.cells", params: { line: info.lines } }))),
    };
  }
  const value = body.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(names.map((name, place) => [name, record[place] ?? ""])),
  }));
  return { ok: true, value };
}
