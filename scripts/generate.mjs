import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { markInstalled } from "./install.mjs";
import { ROOT } from "./paths.mjs";
import { exitWith, Sentence } from "./sentence.mjs";

const PRISMA = path.join(ROOT, "node_modules", "prisma", "build", "index.js");
const MARKER = path.join(ROOT, "lib", "db", "generated", ".made-from");

function schemaHash() {
  const hash = createHash("sha256");
  const folder = path.join(ROOT, "prisma", "schema");
  for (const name of readdirSync(folder).sort())
    hash.update(name).update(readFileSync(path.join(folder, name)));
  return hash.digest("hex");
}

/** Makes the database client from prisma/schema when the schema has changed. */
export function generateClient() {
  const hash = schemaHash();
  if (existsSync(MARKER) && readFileSync(MARKER, "utf8") === hash) return;
  // Generation needs no engine binary. Naming any existing program keeps Prisma from downloading one.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PRISMA, "generate"], {
    cwd: ROOT,
    env,
    detached: true, // Ctrl-C reaches the script alone.
    encoding: "utf8",
  });
  if (status !== 0)
    throw new Sentence(`The database client could not be generated:\n${stdout}${stderr}`.trim());
  writeFileSync(MARKER, hash);
}

// As `npm install`'s last step. One that only writes the lock file has installed nothing to generate with.
if (process.argv[1] === fileURLToPath(import.meta.url) && existsSync(PRISMA)) {
  try {
    generateClient();
    markInstalled();
  } catch (error) {
    exitWith(error);
  }
}
