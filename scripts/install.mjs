import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./paths.mjs";
import { endOf } from "./processes.mjs";
import { Sentence } from "./sentence.mjs";

const MARKER = path.join(ROOT, "node_modules", ".resident-panel-installed");

function wanted() {
  const hash = createHash("sha256");
  for (const name of ["package.json", "package-lock.json"]) hash.update(readFileSync(path.join(ROOT, name)));
  return hash.digest("hex");
}

/** Notes that what stands in node_modules is what package.json and the lock file name. */
export function markInstalled() {
  writeFileSync(MARKER, wanted());
}

export function isInstalled() {
  return existsSync(MARKER) && readFileSync(MARKER, "utf8") === wanted();
}

/**
 * Installs what package-lock.json names, when that has not happened yet or the file has changed since.
 *
 * Not with `npm ci`: it insists that the lock file names the optional packages of every platform, and the registry that
 * ours was written from does not hold them all. `npm install` keeps to the lock file for everything it names.
 */
export async function install() {
  if (isInstalled()) return;
  const options = ["--no-audit", "--no-fund", "--loglevel=error", "--include=dev"];
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const child = spawn(npm, ["install", ...options], { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
  const { code, output } = await endOf(child).catch(({ message }) => ({ code: null, output: message }));
  if (code !== 0) throw new Sentence(reason(output));
  markInstalled();
}

function reason(stderr) {
  if (/ENOSPC/.test(stderr)) return "There is no space left on the disk to install the dependencies.";
  if (/EROFS|EACCES/.test(stderr))
    return `The dependencies cannot be installed: ${ROOT} cannot be written to by this account.`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(stderr))
    return "The npm registry cannot be reached to install the dependencies.";
  return `\`npm install\` failed:\n${stderr.trim()}`;
}
