import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCluster } from "../../scripts/postgres.mjs";
import { freePort } from "../support/cluster";

const dir = mkdtempSync("/var/tmp/resident-panel-recovery-");
chmodSync(dir, 0o755);
let cluster: ReturnType<typeof openCluster>;

async function query<Row>(text: string): Promise<Row[]> {
  const client = new Client({ connectionString: cluster.ownerUrl() });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

function serverProcess(): number {
  return Number(readFileSync(path.join(cluster.dataDir, "postmaster.pid"), "utf8").split("\n")[0]);
}

beforeAll(async () => {
  cluster = openCluster({ dir, port: await freePort() });
  await cluster.start();
  await cluster.createDatabase();
  await query("CREATE TABLE kept (id int)");
}, 60_000);

afterAll(async () => {
  await cluster.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe("the embedded database", { timeout: 30_000 }, () => {
  it("keeps what was committed when the server is killed, and starts again over its stale pid file", async () => {
    await query("INSERT INTO kept VALUES (1)");
    process.kill(serverProcess(), "SIGKILL");
    await cluster.start();
    expect(await query("SELECT id FROM kept")).toEqual([{ id: 1 }]);
  });

  it("takes over from a server that an earlier run left running", async () => {
    const before = serverProcess();
    await cluster.start();
    expect(serverProcess()).not.toBe(before);
  });

  it("does not take a stranger's process for its own server", async () => {
    await cluster.stop();
    writeFileSync(path.join(cluster.dataDir, "postmaster.pid"), `${process.pid}\n${cluster.dataDir}\n`);
    expect(cluster.isRunning()).toBe(false);
    await cluster.start();
    expect(cluster.isRunning()).toBe(true);
  });

  it("has checksums on its pages", async () => {
    expect(await query("SHOW data_checksums")).toEqual([{ data_checksums: "on" }]);
  });

  it("gives power over the server to its own administrator alone", async () => {
    const rights = await query<{ rolname: string }>(
      "SELECT rolname FROM pg_roles WHERE rolname LIKE 'panel%' AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole)",
    );
    expect(rights).toEqual([{ rolname: "panel_superuser" }]);
  });
});
