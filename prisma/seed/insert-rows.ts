import type pg from "pg";

export type Row = Readonly<Record<string, unknown>>;

const chunk = 1_000;

function columnName(key: string): string {
  return key
    .replace(/^art9/u, "art9")
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=Line)(?=\d)/gu, "_")
    .toLowerCase();
}

function columnValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number" && value > 1_000_000_000_000) return new Date(value).toISOString();
  return value;
}

function toColumns(row: Row): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [columnName(key), columnValue(value)]));
}

/**
 * Inserts rows a thousand at a time. Keys are camelCase names of columns; a number above 10^12 is an instant in
 * epoch milliseconds. All rows have the keys of the first.
 */
export async function insertRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first).map(columnName).join(", ");
  // Said in the statement itself, so that it holds for its transaction only: nobody decided these rows, they are arranged.
  const statement = `with arranged as materialized (select set_config('panel.arranging', 'on', true))
    insert into ${table} (${columns}) select ${columns} from arranged, jsonb_populate_recordset(null::${table}, $1::jsonb)`;
  for (let start = 0; start < rows.length; start += chunk) {
    await client.query(statement, [JSON.stringify(rows.slice(start, start + chunk).map(toColumns))]);
  }
}
