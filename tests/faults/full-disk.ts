import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import type { startCluster } from "../support/cluster";
import { sql } from "../support/database";
import { serverOf } from "./kill-server";

// A full disk without a disk of our own: a limit on the size of files, set on the processes of a running server and taken away
// again. PostgreSQL meets it where it would meet ENOSPC, in the same calls.

type Cluster = Awaited<ReturnType<typeof startCluster>>;

export const megabyte = 1024 * 1024;
export const unlimited = "unlimited";

/** As the account that the server runs as: one's own processes may be limited, and the limit taken away again. */
function limit(pid: number, most: string): void {
  const { uid, gid } = statSync(`/proc/${pid}`);
  execFileSync("prlimit", ["--pid", String(pid), `--fsize=${most}:${unlimited}`], { uid, gid, cwd: "/" });
}

/** From now on no file of this server grows beyond so many bytes; `unlimited`: there is space again. */
export async function limitFiles(cluster: Cluster, bytes: number | typeof unlimited): Promise<void> {
  const most = String(bytes);
  // First the parent, whose children begin with what it has.
  limit(serverOf(cluster), most);
  const text = "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()";
  for (const { pid } of await sql<{ pid: number }>(cluster.address.superuserUrl, text)) limit(pid, most);
}

/**
 * Makes the file of the entries as long as that: by rows that nobody kept, whose space is not used again until somebody cleans
 * up. Under a limit of the same size it soon cannot take another entry, while everything else can be written.
 */
export async function growLedger(superuserUrl: string, megabytes: number): Promise<void> {
  await sql(
    superuserUrl,
    `ALTER TABLE ledger_entry SET (autovacuum_enabled = false);
     BEGIN;
     INSERT INTO ledger_entry (organisation_id, seq, bytes, leaf_hash, chain_hash, event_type, actor_kind, actor_ref,
         effective_at, recorded_at)
       SELECT gen_random_uuid(), 1, bytes, sha256('\\x00'::bytea || bytes), sha256(''), 'ledger.read', 'system', '', now(), now()
       FROM (SELECT convert_to(repeat('x', 900), 'UTF8') AS bytes) AS entry, generate_series(1, ${megabytes * 1024});
     ROLLBACK`,
  );
}

/** Begins another file of the server's log and writes so many bytes to it; how long it is then. */
export async function beginLog(superuserUrl: string, bytes: number): Promise<number> {
  await sql(superuserUrl, "SELECT pg_switch_wal()");
  await sql(superuserUrl, `SELECT pg_logical_emit_message(true, 'test', repeat('x', ${bytes}))`);
  const [row] = await sql<{ offset: number }>(
    superuserUrl,
    "SELECT file_offset AS offset FROM pg_walfile_name_offset(pg_current_wal_lsn())",
  );
  return row?.offset ?? 0;
}
