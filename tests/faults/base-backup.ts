import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { openCluster } from "../../scripts/postgres.mjs";
import type { startCluster } from "../support/cluster";
import { sql } from "../support/database";
import { until } from "../support/until";

// Backups as PostgreSQL's manual has them ("Continuous Archiving and Point-in-Time Recovery", "Making a Base Backup Using the Low
// Level API"): what pg_basebackup does, which does not come with the programs that are installed here.

type Cluster = Pick<Awaited<ReturnType<typeof startCluster>>, "address" | "dataDir" | "start">;

/** A base backup, and the log that was archived since. */
export type Backup = { readonly base: string; readonly archive: string };

/** Turns archiving on and copies the files of a running server, beside its own. */
export async function backUp(cluster: Cluster): Promise<Backup> {
  const { address, dataDir, start } = cluster;
  const home = path.dirname(dataDir);
  const [base, archive] = [path.join(home, "base-backup"), path.join(home, "archive")];
  mkdirSync(archive);
  chmodSync(archive, 0o777); // As root the server runs as another account.
  for (const setting of [
    "archive_mode = on",
    `archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'`,
  ])
    await sql(address.superuserUrl, `ALTER SYSTEM SET ${setting}`);
  await start();
  const client = new Client({ connectionString: address.superuserUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('test', fast => true)");
    execFileSync("cp", ["-a", dataDir, base]);
    const { rows } = await client.query<{ labelfile: string }>("SELECT labelfile FROM pg_backup_stop()");
    const { uid, gid } = statSync(dataDir);
    rmSync(path.join(base, "postmaster.pid"));
    execFileSync("find", [path.join(base, "pg_wal"), "-type", "f", "-delete"]);
    writeFileSync(path.join(base, "backup_label"), rows[0]?.labelfile ?? "");
    writeFileSync(path.join(base, "recovery.signal"), "");
    for (const name of ["backup_label", "recovery.signal"])
      execFileSync("chown", [`${uid}:${gid}`, path.join(base, name)]);
  } finally {
    await client.end();
  }
  return { base, archive };
}

/** Names this moment in the server's log. */
export async function nameMoment({ address }: Cluster, name: string): Promise<void> {
  await sql(address.superuserUrl, "SELECT pg_create_restore_point($1)", [name]);
}

/** Waits until all that was written so far is archived. */
export async function archived({ address }: Cluster, { archive }: Backup): Promise<void> {
  const [row] = await sql<{ file: string }>(
    address.superuserUrl,
    "SELECT pg_walfile_name(pg_current_wal_lsn()) AS file, pg_switch_wal()",
  );
  await until("the log is archived", () => existsSync(path.join(archive, row?.file ?? "")));
}

/**
 * Brings the server back as it was at a named moment, in the place of what is there: base backup, then the log until then.
 * @param durable whether it must survive a crash of its own, which takes it longer
 */
export async function restoreTo(
  { address, dataDir }: Cluster,
  backup: Backup,
  name: string,
  durable: boolean,
): Promise<void> {
  const port = Number(new URL(address.superuserUrl).port);
  const settings = {
    archive_mode: "off",
    hot_standby: "off", // Nobody is let in before it is there.
    restore_command: `cp ${backup.archive}/%f %p`,
    recovery_target_name: name,
    recovery_target_action: "promote",
    recovery_target_timeline: "current",
  };
  const restored = openCluster({ dir: path.dirname(dataDir), port, settings, durable });
  await restored.stop();
  rmSync(dataDir, { recursive: true, force: true });
  execFileSync("cp", ["-a", backup.base, dataDir]);
  const server = await restored.start();
  server.unref();
}
