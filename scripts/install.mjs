import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./paths.mjs";
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
 * Installs what package-lock.json names, when that has not happened yet or the file has changed since. A fresh folder
 * gets exactly the lock file (`npm ci`); an existing one is brought up to date without being emptied under a running program.
 */
export function install() {
  if (isInstalled()) return;
  const verb = existsSync(path.join(ROOT, "node_modules")) ? "install" : "ci";
  const options = ["--no-audit", "--no-fund", "--loglevel=error", "--include=dev"];
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status, stderr, error } = spawnSync(npm, [verb, ...options], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) throw new Sentence(reason(verb, `${stderr ?? ""}${error?.message ?? ""}`));
  markInstalled();
}

function reason(verb, stderr) {
  if (/ENOSPC/.test(stderr)) return "There is no space left on the disk to install the dependencies.";
  if (/EROFS|EACCES/.test(stderr))
    return `The dependencies cannot be installed: ${ROOT} cannot be written to by this account.`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(stderr))
    return "The npm registry cannot be reached to install the dependencies.";
  return `\`npm ${verb}\` failed:\n${stderr.trim()}`;
}
