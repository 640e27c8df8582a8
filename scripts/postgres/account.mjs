import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Sentence } from "../sentence.mjs";

/**
 * PostgreSQL refuses to run as root. As root we therefore run it as an existing unprivileged account.
 * @returns {{ uid: number, gid: number, name: string } | undefined} `undefined` when we are not root
 */
export function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody", "daemon"]) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { name, uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Sentence(
    "PostgreSQL does not run as root, and this machine has no account named postgres, nobody or daemon to run it as: start as an ordinary user.",
  );
}

/**
 * Whether `account` may pass through `folder` and everything above it (the search bit on each).
 * @param {string} folder an existing folder
 * @param {{ uid: number, gid: number }} account
 */
export function canPass(folder, account) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/**
 * The folder that stands in for one the account cannot reach (a checkout below /root, say). The same input always gives
 * the same folder, so a second start finds its data.
 * @param {string} folder
 */
export function standInFor(folder) {
  const hash = createHash("sha256").update(path.resolve(folder)).digest("hex").slice(0, 12);
  const standIn = path.join("/var/tmp", `resident-panel-${hash}`);
  mkdirSync(standIn, { recursive: true, mode: 0o755 });
  const made = lstatSync(standIn);
  if (!made.isDirectory() || made.uid !== process.getuid?.()) {
    throw new Sentence(
      `${standIn} belongs to someone else: move the project to a folder that every account may pass.`,
    );
  }
  return standIn;
}
