import { readFileSync } from "node:fs";
import path from "node:path";
import type { startCluster } from "../support/cluster";
import { until } from "../support/until";

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** kill -9 of a cluster's server; its children end by themselves. Starts it again once nothing of it is left. */
export async function killServer({
  dataDir,
  start,
}: Awaited<ReturnType<typeof startCluster>>): Promise<void> {
  const [first] = readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
  const pid = Number(first);
  process.kill(pid, "SIGKILL");
  await until("the server is gone", () => !isAlive(pid));
  await start();
}
