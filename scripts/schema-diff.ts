import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { diffToDatamodel } from "./schema-engine";

/*
 * tsx scripts/schema-diff.ts               prints the SQL from the current migrations to the datamodel
 * tsx scripts/schema-diff.ts --write NAME  begins prisma/migrations/NAME/migration.sql with it
 * OWNER_DATABASE_URL names a database to which every migration so far has been applied; nothing in it is changed.
 */
const { values } = parseArgs({ options: { write: { type: "string" } } });
const url = process.env["OWNER_DATABASE_URL"];
if (url === undefined) throw new Error("Set OWNER_DATABASE_URL to a migrated PostgreSQL database.");
const sql = await diffToDatamodel(url);
if (values.write !== undefined) {
  const folder = path.join("prisma", "migrations", values.write);
  mkdirSync(folder);
  writeFileSync(path.join(folder, "migration.sql"), sql, { flag: "wx" });
} else {
  process.stdout.write(sql);
}
process.exit(0); // The schema engine leaves a timer of ten seconds behind.
