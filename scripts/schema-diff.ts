import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { diffFromEmpty } from "./schema-engine";

/*
 * tsx scripts/schema-diff.ts               prints the SQL from an empty database to the datamodel
 * tsx scripts/schema-diff.ts --write FILE  writes it
 * The engine wants a database to speak to (OWNER_DATABASE_URL), but reads nothing from it.
 */
const [flag, file] = process.argv.slice(2);
const url = process.env["OWNER_DATABASE_URL"];
if (url === undefined) throw new Error("Set OWNER_DATABASE_URL to a PostgreSQL database.");
const sql = await diffFromEmpty(url);
if (flag === "--write" && file !== undefined) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, sql);
} else {
  process.stdout.write(sql);
}
