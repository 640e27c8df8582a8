import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = "prisma/schema";
const models = readdirSync(folder)
  .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
  .flatMap((text) => [...text.matchAll(/^model (\w+) \{(.*?)^\}/gmsu)]);
const modelNames = new Set(models.map(([, name]) => name));

/** Every column of the schema as "table.column", relations left out. */
function schemaColumns(): string[] {
  return models.flatMap(([, , body = ""]) => {
    const table = /@@map\("(\w+)"\)/u.exec(body)?.[1] ?? "";
    return body.split("\n").flatMap((line) => {
      const [, name, type] = /^ {2}([a-z]\w*)\s+(\w+)/u.exec(line) ?? [];
      if (name === undefined || type === undefined || modelNames.has(type)) return [];
      return [`${table}.${/@map\("(\w+)"\)/u.exec(line)?.[1] ?? name}`];
    });
  });
}

/** Every line of docs/personal-data.md as "table.column". */
function documentedColumns(): string[] {
  let table = "";
  return readFileSync("docs/personal-data.md", "utf8")
    .split("\n")
    .flatMap((line) => {
      table = /^## (\w+)$/u.exec(line)?.[1] ?? table;
      const column = /^\| (\w+) +\|/u.exec(line)?.[1];
      return column === undefined || column === "column" ? [] : [`${table}.${column}`];
    });
}

describe("docs/personal-data.md is the source of truth for what is held", () => {
  it("has a line for every column", () => {
    const documented = new Set(documentedColumns());
    const missing = schemaColumns().filter((column) => !documented.has(column));
    expect(missing, "add these columns to docs/personal-data.md with their purpose, reader and end").toEqual(
      [],
    );
  });

  it("has no line for a column that is gone", () => {
    const existing = new Set(schemaColumns());
    expect(documentedColumns().filter((column) => !existing.has(column))).toEqual([]);
  });

  it("reads the whole schema", () => {
    expect(schemaColumns().length).toBeGreaterThan(200);
  });
});
