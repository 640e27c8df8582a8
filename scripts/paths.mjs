import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Sentence } from "./sentence.mjs";

/** The project's folder. */
export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where an embedded run keeps everything that is not code. */
export const DATA = process.env.PANEL_DATA_DIR
  ? path.resolve(process.env.PANEL_DATA_DIR)
  : path.join(ROOT, ".data");

/** The Next.js build folder, relative to the project as Next.js wants it. */
export const DIST = process.env.NEXT_DIST_DIR ?? ".next";

/**
 * The Node that runs web, worker and tools: the one pinned in package.json, whatever the machine has on its path.
 * @returns {string}
 */
export function pinnedNode() {
  const pinned = path.join(
    ROOT,
    "node_modules",
    "node",
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  throw new Sentence(
    "Node 24 did not come with the installation: run `npm install`, or put Node 24 on the path.",
  );
}
