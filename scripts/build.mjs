import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { generateClient } from "./generate.mjs";
import { DIST, pinnedNode, ROOT } from "./paths.mjs";
import { endOf } from "./processes.mjs";
import { exitWith, Sentence } from "./sentence.mjs";

const FOLDERS = [
  "app",
  "components",
  "emails",
  "i18n",
  "lib",
  "messages",
  "prisma/presets",
  "prisma/schema",
  "public",
];
const NOT_SOURCE = new Set(["generated", "node_modules"]);
const MARKER = path.join(ROOT, DIST, "built-from");

/** One hash over everything that ends up in the build. */
function sourceHash() {
  const hash = createHash("sha256");
  const top = readdirSync(ROOT, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(ts|mjs|json)$/.test(entry.name),
  );
  for (const name of top.map((entry) => entry.name).sort()) {
    if (!name.endsWith(".d.ts")) hash.update(name).update(readFileSync(path.join(ROOT, name)));
  }
  for (const folder of FOLDERS) addFolder(hash, path.join(ROOT, folder));
  return hash.digest("hex");
}

function addFolder(hash, folder) {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory() && !NOT_SOURCE.has(entry.name)) addFolder(hash, at);
    if (entry.isFile()) hash.update(path.relative(ROOT, at)).update(readFileSync(at));
  }
}

export function isBuilt() {
  return existsSync(MARKER) && readFileSync(MARKER, "utf8") === sourceHash();
}

/**
 * Builds the web application when its sources have changed since the last build that ended well. A build that was killed
 * leaves no marker, so the next start builds again.
 * @throws {Sentence} with what the build said
 */
export async function build() {
  generateClient();
  const hash = sourceHash();
  if (existsSync(MARKER) && readFileSync(MARKER, "utf8") === hash) return;
  rmSync(MARKER, { force: true });
  const next = path.join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(pinnedNode(), [next, "build"], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  const { code, output } = await endOf(child);
  if (/ENOSPC/.test(output))
    throw new Sentence("There is no space left on the disk to build the web application.");
  if (code !== 0) throw new Sentence(`The web application does not build:\n${output.trim()}`);
  writeFileSync(MARKER, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build().catch(exitWith);
  process.stdout.write(`Built in ${DIST}.\n`);
}
