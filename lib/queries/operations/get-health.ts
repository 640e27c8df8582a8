import { readdirSync } from "node:fs";
import path from "node:path";
import { readConfig } from "@/lib/config/config";
import { pool } from "@/lib/db/client";
import { probeMail } from "@/lib/messaging/smtp/probe";
import { probeStorage } from "./probe-storage";
import { lateAfterSeconds, uncoveredAge } from "./uncovered-age";

/** What each part of the product says of itself. It holds no personal data and no addresses. */
export type Health = {
  readonly database: "ok" | "unreachable";
  /** Whether the database's disk takes what is written to it. */
  readonly storage: "ok" | "refusing" | "unknown";
  readonly migrations: "ok" | "behind" | "unknown";
  readonly worker: "ok" | "silent" | "unknown";
  readonly mail: "ok" | "unreachable" | "refusing";
  /** Whether the last nightly check found all contact permission as the gate decides it. */
  readonly permission: "ok" | "differs" | "unknown";
  /** Whether something about a ledger is wrong: then nothing is sent, and while it is behind nothing is recorded. */
  readonly ledger: "ok" | "held" | "behind" | "unknown";
  /** Whether what is new in the ledgers is signed: late when some of it has waited for more than a quarter of an hour. */
  readonly checkpoints: "ok" | "late" | "unknown";
};

/** Workers beat every five seconds; one may be busy, six in a row are silence. */
const SILENT_AFTER = "30 seconds";

let expected: readonly string[] | undefined;

function expectedMigrations(): readonly string[] {
  expected ??= readdirSync(path.join(process.cwd(), "prisma", "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return expected;
}

async function checkMigrations(): Promise<Health["migrations"]> {
  const { rows } = await pool().query<{ behind: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM unnest($1::text[]) AS wanted(name) WHERE NOT EXISTS (
       SELECT 1 FROM _prisma_migrations m
       WHERE m.migration_name = wanted.name AND m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL)) AS behind`,
    [expectedMigrations()],
  );
  return rows[0]?.behind === false ? "ok" : "behind";
}

/** One living worker is enough; the mail server is refusing when every living worker says so. */
async function checkWorkers(): Promise<Pick<Health, "worker"> & { readonly refused: boolean }> {
  const { rows } = await pool().query<{ living: boolean; refused: boolean }>(
    `SELECT count(*) > 0 AS living, count(*) > 0 AND bool_and(mail_fault IS NOT NULL) AS refused
     FROM worker_heartbeat WHERE beat_at > now() - interval '${SILENT_AFTER}'`,
  );
  return { worker: rows[0]?.living === true ? "ok" : "silent", refused: rows[0]?.refused === true };
}

/** Of each panel the last check that came to its end. */
async function checkPermission(): Promise<Health["permission"]> {
  const { rows } = await pool().query<{ differs: boolean | null }>(
    `SELECT bool_or(differing > 0) AS differs FROM (SELECT DISTINCT ON (organisation_id, panel_id) differing
       FROM permission_run WHERE kind = 'check' AND finished_at IS NOT NULL
       ORDER BY organisation_id, panel_id, started_at DESC) AS last`,
  );
  return rows[0]?.differs === true ? "differs" : "ok";
}

async function checkHolds(): Promise<Health["ledger"]> {
  const { rows } = await pool().query<{ behind: boolean | null }>(
    "SELECT bool_or(reason = 'behind') AS behind FROM ledger_hold WHERE released_at IS NULL",
  );
  const behind = rows[0]?.behind ?? null;
  if (behind === null) return "ok";
  return behind ? "behind" : "held";
}

async function checkCheckpoints(): Promise<Health["checkpoints"]> {
  const { rows } = await pool().query<{ late: boolean }>(`SELECT (${uncoveredAge}) > $1 AS late`, [
    lateAfterSeconds,
  ]);
  return rows[0]?.late === false ? "ok" : "late";
}

function codeOf(fault: Error): unknown {
  return "code" in fault ? fault.code : undefined;
}

/** The state of database, schema, workers and mail server, each looked at now (mail server and disk at most 15 s ago). */
export async function getHealth(): Promise<Health> {
  const answers = await probeMail(readConfig().smtpUrl);
  const mail = answers ? "ok" : "unreachable";
  try {
    const [migrations, { worker, refused }, permission, ledger, checkpoints, stores] = await Promise.all([
      checkMigrations(),
      checkWorkers(),
      checkPermission(),
      checkHolds(),
      checkCheckpoints(),
      probeStorage(),
    ]);
    const storage = stores ? "ok" : "refusing";
    const delivered = answers && refused ? "refusing" : mail;
    return { database: "ok", storage, migrations, worker, mail: delivered, permission, ledger, checkpoints };
  } catch (fault) {
    // A database that answers with an error is there, unless the error is that it starts or stops (class 57P).
    const answered =
      fault instanceof Error && "severity" in fault && !String(codeOf(fault)).startsWith("57P");
    const unknown = {
      ...({ storage: "unknown", migrations: "unknown", worker: "unknown" } as const),
      ...({ permission: "unknown", ledger: "unknown", checkpoints: "unknown" } as const),
    };
    return { database: answered ? "ok" : "unreachable", ...unknown, mail };
  }
}
