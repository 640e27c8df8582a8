import { now } from "./clock";
import { ConfigError, readConfig } from "./config/config";
import { parseSigning } from "./config/signing";
import { pool } from "./db/client";
import { findRoleFault } from "./db/role-check";
import { sqlState } from "./db/constraint-errors";
import { makeUpJournals } from "./ledger/journal/make-up";
import { holdWhereBehind } from "./ledger/recover/hold-where-behind";
import { log } from "./log";

/** What a process is: only the worker signs checkpoints of the ledger. */
type Part = "web" | "worker";

/** Whoever breaks into the web process must not find the key that proves what the ledger says. */
function checkSigning(part: Part): void {
  if (part === "worker") parseSigning(process.env);
  else if (process.env["CHECKPOINT_KEY"])
    throw new ConfigError(["CHECKPOINT_KEY is set for the web process: only the worker may know it"]);
}

function configFaults(part: Part): readonly string[] {
  return [readConfig, () => checkSigning(part)].flatMap((check) => {
    try {
      check();
      return [];
    } catch (fault) {
      if (fault instanceof ConfigError) return fault.faults;
      throw fault;
    }
  });
}

/** In one sentence or a list, why this process must not run; null when it may. */
async function findFault(part: Part): Promise<string | null> {
  const faults = configFaults(part);
  if (faults.length > 0) return new ConfigError(faults).message;
  try {
    const fault = await findRoleFault(pool());
    return fault === null
      ? null
      : `The database role in DATABASE_URL ${fault}: web and worker must not be able to rewrite evidence.`;
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "no answer";
    return `The database in DATABASE_URL cannot be reached (${code}).`;
  }
}

/** Tables that are not there yet: the migrations are behind, which the health tells. */
const undefinedTable = "42P01";

/** A process that died is started again long before that. */
const owedForMs = 2 * 86_400_000;

/**
 * Compares the ledgers with what stands outside the database, and writes there what a process owed that died. Where that
 * cannot be read nobody knows what is missing.
 */
async function findOutsideFault(): Promise<string | null> {
  try {
    const behind = await holdWhereBehind();
    if (behind.length > 0)
      log.error("Ledgers are behind what was published of them: run the recovery", { count: behind.length });
    const owed = await makeUpJournals(new Date(now().getTime() - owedForMs));
    if (owed > 0) log.warn("What a process owed the journals was written", { count: owed });
    return null;
  } catch (fault) {
    if (sqlState(fault) === undefinedTable) return null;
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "no answer";
    return `The journals in JOURNAL_DIR or the checkpoints in CHECKPOINT_DIR cannot be compared with the ledgers (${code}).`;
  }
}

/**
 * Ends this process, saying why on standard error, unless its environment is complete and its database role is fit.
 * The first thing that web and worker do.
 */
export async function startOrExit(part: Part): Promise<void> {
  const fault = (await findFault(part)) ?? (await findOutsideFault());
  if (fault === null) return;
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}
