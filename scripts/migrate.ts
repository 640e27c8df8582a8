import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { installJobQueue } from "./job-queue-schema";
import { applyMigrations, EditedMigration } from "./schema-engine";
import { exitWith, Sentence } from "./sentence.mjs";

const APP_ROLE = "panel_app";
/** Any fixed number: two deployments that migrate at once take turns on it. */
const MIGRATION_LOCK = 7_263_541;

/**
 * Brings a database to the present schema: our migrations, then the job queue's own tables. Safe to run again, and from
 * several machines at once.
 * @param url a database, as the role that owns it
 * @returns the names of the migrations applied now
 * @throws {Sentence} what the operator can mend
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: "resident-panel migrate" });
  await client.connect().catch((error: Error) => {
    throw new Sentence(`The database could not be reached for migration: ${error.message}.`);
  });
  try {
    await requireRoles(client);
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const applied = await applyMigrations(url).catch((error: Error) => {
      throw error instanceof EditedMigration
        ? new Sentence(error.message)
        : new Sentence(`A migration failed: ${error.message}`);
    });
    await installJobQueue(client, APP_ROLE);
    return applied;
  } finally {
    await client.end();
  }
}

/** Roles that an administrator makes, and how. */
const ROLES = {
  [APP_ROLE]:
    "which web and worker connect as: an administrator makes it with CREATE ROLE panel_app LOGIN PASSWORD '…'.",
  panel_keyring:
    "which keeps the keys of persons: an administrator makes it with CREATE ROLE panel_keyring NOLOGIN; GRANT panel_keyring TO panel_owner WITH INHERIT FALSE, SET TRUE.",
};

async function requireRoles(client: Client): Promise<void> {
  for (const [role, how] of Object.entries(ROLES)) {
    const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
    if (rowCount === 0) throw new Sentence(`The database server has no role ${role}, ${how}`);
  }
}

async function run(): Promise<void> {
  const url = process.env["OWNER_DATABASE_URL"] ?? process.env["DATABASE_URL"];
  if (url === undefined)
    throw new Sentence("Set OWNER_DATABASE_URL to the database, as the role that owns it.");
  const applied = await migrate(url);
  process.stdout.write(
    applied.length === 0
      ? "The schema is up to date.\n"
      : applied.map((name) => `Applied ${name}.\n`).join(""),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await run().catch(exitWith);
  process.exit(0); // The schema engine leaves a timer of ten seconds behind.
}
