import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { isInstalled } from "./install.mjs";
import { DATA } from "./paths.mjs";
import { beginRun } from "./run-file.mjs";
import { exitWith } from "./sentence.mjs";

/** `npm run reset`: back to the first day. The embedded database, mails, logs and secrets go; code and build stay. */
async function reset() {
  if (!existsSync(DATA)) return process.stdout.write(`There is nothing to reset: ${DATA} does not exist.\n`);
  await beginRun("nowhere"); // Ends what a killed run left behind, and keeps a start from beginning meanwhile.
  if (isInstalled()) {
    const { openCluster } = await import("./postgres.mjs");
    const cluster = openCluster({ dir: DATA, port: 1 });
    await cluster.stop();
    const { dataDir, standsIn } = cluster;
    rmSync(standsIn ? path.dirname(dataDir) : dataDir, { recursive: true, force: true });
  }
  rmSync(DATA, { recursive: true, force: true });
  process.stdout.write(`Removed ${DATA}. The next \`npm start\` is the first day again.\n`);
}

await reset().catch(exitWith);
