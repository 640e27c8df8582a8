import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import type {
  MigrationList,
  SchemaEngine,
  SchemasContainer,
} from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool } from "pg";
import { withoutHandwriting } from "./written-by-hand";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const MIGRATIONS = path.join(ROOT, "prisma", "migrations");
const NO_FILTER = { externalTables: [], externalEnums: [] };

/** The catalogue's columns of the one-byte type "char", and what the engine calls them in its questions. */
const CATALOGUE_CHAR = /\b\w+\.(?:contype|confdeltype|confupdtype)\b/gu;
const ASKED_CHAR = new Set(["constraint_type", "confdeltype", "confupdtype"]);

/**
 * The adapter, with two things of its own way.
 * - A migration is sent as one simple query. The adapter's own version cuts a script at every semicolon, inside function
 *   bodies too. One simple query is also one transaction: a migration that fails leaves nothing behind.
 * - The engine reads the catalogue's type "char", which the adapter does not know: asked for as text, handed on as char.
 */
class SchemaAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    const ask = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query: SqlQuery) => {
      const found = await ask({ ...query, sql: query.sql.replaceAll(CATALOGUE_CHAR, "$&::text") });
      const columnTypes = found.columnTypes.map((type, at) =>
        ASKED_CHAR.has(found.columnNames[at] ?? "") ? ColumnTypeEnum.Character : type,
      );
      return { ...found, columnTypes };
    };
    return adapter;
  }
}

let loaded: Promise<void> | undefined;

/** Loads the engine's WebAssembly, once a process: its glue code keeps views of one memory. */
async function load(): Promise<void> {
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(file.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin === "function") begin();
}

/** Runs `work` with Prisma's Schema Engine as WebAssembly, which needs no binary for this machine and no download. */
async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  await (loaded ??= load());
  const pool = new Pool({ connectionString: url, max: 2, application_name: "resident-panel migrate" });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new SchemaAdapter(pool));
    return await work(await glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter));
  } finally {
    await pool.end();
  }
}

/** The datamodel: every file of prisma/schema. */
function readDatamodel(): SchemasContainer {
  const folder = path.join(ROOT, "prisma", "schema");
  const names = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
  const files = names.sort().map((name) => ({
    path: path.join(folder, name),
    content: readFileSync(path.join(folder, name), "utf8"),
  }));
  return { files };
}

/** Every folder of prisma/migrations, in the order in which they apply. */
function readMigrations(): MigrationList {
  const names = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const migrationDirectories = names
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const value = readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8");
      return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
    });
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
  return { baseDir: MIGRATIONS, lockfile, shadowDbInitScript: "", migrationDirectories };
}

/**
 * The SQL that leads from a database to the datamodel: empty when there is none to write. What migrations add beyond the
 * datamodel is left alone (scripts/written-by-hand.ts).
 * @param url a database to which every migration has been applied, as the role that owns it; nothing in it is changed
 * @throws Error when a migration is not applied there: the difference would contain it again
 */
export async function diffToDatamodel(url: string): Promise<string> {
  const datamodel = readDatamodel();
  const migrationsList = readMigrations();
  return withEngine(url, async (engine) => {
    const { history } = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: NO_FILTER,
    });
    if (history !== null) throw new Error("This database has not every migration: run `npm run migrate`.");
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", ...datamodel, configDir: ROOT },
      to: { tag: "schemaDatamodel", ...datamodel },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return withoutHandwriting(stdout ?? "");
  });
}

/**
 * Applies what is not applied yet, each migration in its own transaction. One that fails is recorded as rolled back (it
 * is: see `SchemaAdapter`), so that the mended file can be applied by the next run.
 * @returns the names of the migrations applied now
 * @throws Error when a migration fails, or when one was edited after it had been applied
 */
export async function applyMigrations(url: string): Promise<string[]> {
  const migrationsList = readMigrations();
  return withEngine(url, async (engine) => {
    const found = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: NO_FILTER,
    });
    const [edited] = found.editedMigrationNames;
    if (edited !== undefined) throw new EditedMigration(edited);
    for (const migrationName of found.failedMigrationNames)
      await engine.markMigrationRolledBack({ migrationName });
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
    return appliedMigrationNames;
  });
}

/** The database has an earlier text of this migration: applying the rest would give a schema that nobody has tested. */
export class EditedMigration extends Error {
  constructor(name: string) {
    super(
      `Migration ${name} was changed after this database had applied it. Restore the file and write a new migration (a demo may be thrown away with \`npm run reset\`).`,
    );
  }
}
