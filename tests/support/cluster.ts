import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { openCluster } from "../../scripts/postgres.mjs";
import { birthOf } from "../../scripts/processes.mjs";

const HOME = "/var/tmp";
const PREFIX = "resident-panel-test-";
const OWNER = "owner.json";

/** Whether nobody listens on a TCP port of this machine now. */
export async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "0.0.0.0" }, () => probe.close(() => resolve(true)));
  });
}

/**
 * A TCP port that nobody listens on now. Not one of those that the system gives to connections: one of these could take it
 * before we listen, and who tries again and again to reach a server that is gone could reach themself there.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(12_000, 30_000);
    if (await isFree(port)) return port;
  }
}

/** Where a run's throw-away cluster answers; travels to the test files through Vitest's `provide`. */
export type ClusterAddress = { superuserUrl: string; ownerUrl: string; appUrl: string };

export const TEMPLATE = "panel_template";

type ThrowAway = {
  address: ClusterAddress;
  dataDir: string;
  /** Starts the server again, after a test has killed it. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * A throw-away cluster with one migrated template database. Its folder is removed by `stop`.
 * @param options `durable` for tests that kill the server and look for what was promised
 */
export async function startCluster(options: { durable?: boolean } = {}): Promise<ThrowAway> {
  await sweepAbandoned();
  const dir = mkdtempSync(path.join(HOME, PREFIX));
  chmodSync(dir, 0o755); // As root the server runs as another account, which must reach its data.
  writeFileSync(path.join(dir, OWNER), JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }));
  const cluster = openCluster({ dir, port: await freePort(), durable: options.durable ?? false });
  const stop = async () => {
    await cluster.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  const start = async () => {
    const server = await cluster.start();
    server.unref();
  };
  try {
    await start();
    await cluster.createDatabase(TEMPLATE);
    const env = { ...process.env, OWNER_DATABASE_URL: cluster.ownerUrl(TEMPLATE) };
    execFileSync(process.execPath, ["--import", "tsx", "scripts/migrate.ts"], {
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
  } catch (failure) {
    await stop();
    throw failure;
  }
  const address = {
    superuserUrl: cluster.superuserUrl(),
    ownerUrl: cluster.ownerUrl(),
    appUrl: cluster.appUrl(),
  };
  return { address, dataDir: cluster.dataDir, start, stop };
}

/** Ends the clusters of test runs that were killed: their owner is gone, and nobody else will. */
async function sweepAbandoned(): Promise<void> {
  const names = readdirSync(HOME).filter((name) => name.startsWith(PREFIX));
  for (const dir of names.map((name) => path.join(HOME, name))) {
    if (!existsSync(path.join(dir, OWNER))) continue;
    const owner = JSON.parse(readFileSync(path.join(dir, OWNER), "utf8")) as { pid: number; birth: string };
    if (birthOf(owner.pid) === owner.birth) continue;
    await openCluster({ dir, port: 1 }).stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
