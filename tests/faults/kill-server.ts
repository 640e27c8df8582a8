import { readFileSync } from "node:fs";
import path from "node:path";
import type { startCluster } from "../support/cluster";
import { until } from "../support/until";

type Cluster = Awaited<ReturnType<typeof startCluster>>;

/** The process of a cluster's server, the parent of all its others. */
export function serverOf({ dataDir }: Pick<Cluster, "dataDir">): number {
  const [first] = readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
  return Number(first);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Waits until nothing is left of a server. */
export async function untilGone(pid: number): Promise<void> {
  await until("the server is gone", () => !isAlive(pid), { withinMs: 60_000 });
}

/** kill -9 of a cluster's server; its children end by themselves. Starts it again once nothing of it is left. */
export async function killServer(cluster: Cluster): Promise<void> {
  const pid = serverOf(cluster);
  process.kill(pid, "SIGKILL");
  await untilGone(pid);
  await cluster.start();
}
