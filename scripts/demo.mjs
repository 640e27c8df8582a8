import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { DATA, pinnedNode, ROOT } from "./paths.mjs";
import { endOf } from "./processes.mjs";
import { say } from "./progress.mjs";
import { Sentence } from "./sentence.mjs";

const PEOPLE = path.join(DATA, "demo-people.json");
/** Kept as the database's comment, so that it travels with the data and not with a file. */
const SEEDING = "resident-panel: seeding";
const SEEDED = "resident-panel: seeded";

/**
 * How far the demo data got: "empty", "whole", or "partial" when a seed was killed half-way.
 * @param {import("pg").Client} client as the owner
 */
export async function seedState(client) {
  const { rows } = await client.query(
    "SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = current_database()",
  );
  if (rows[0].comment === SEEDING) return "partial";
  const { rowCount } = await client.query("SELECT 1 FROM organisation LIMIT 1");
  return rowCount === 0 ? "empty" : "whole";
}

/**
 * Runs a project script (`.ts`) with the pinned Node, quietly; what it said is shown when it fails.
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @param {(line: string) => void} [onLine] hears each line that it says, for work that takes a while
 */
export async function runScript(args, env, onLine = () => undefined) {
  const child = spawn(pinnedNode(), ["--import", "tsx", ...args], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  createInterface({ input: child.stdout }).on("line", onLine);
  const { code, output } = await endOf(child);
  if (code !== 0) throw new Sentence(output.trim() || `${args[0]} failed (${code}).`);
}

/** Loads the demo panels into an empty database, and notes when it has begun and when it has ended.
 * @param {import("pg").Client} client as the owner
 */
export async function seedDemo(client, env, onLine) {
  const comment = (text) =>
    client.query(
      `COMMENT ON DATABASE ${client.escapeIdentifier(client.database)} IS ${client.escapeLiteral(text)}`,
    );
  await comment(SEEDING);
  await runScript(["prisma/seed.ts", "--data", DATA], env, onLine);
  await comment(SEEDED);
}

/** Prints who can be signed in as, a table by panel. */
export function printPeople() {
  if (!existsSync(PEOPLE)) return;
  const people = JSON.parse(readFileSync(PEOPLE, "utf8"));
  const named = ({ name, role }) => `${name} (${role})`;
  const width = Math.max(...people.map((person) => named(person).length)) + 2;
  for (const panel of new Set(people.map((person) => person.panelName ?? person.panel))) {
    say(`\n  ${panel}`);
    const ofPanel = people.filter((person) => (person.panelName ?? person.panel) === panel);
    for (const person of ofPanel) say(`    ${named(person).padEnd(width)} ${person.email}`);
  }
}
