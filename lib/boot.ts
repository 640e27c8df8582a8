import { ConfigError, readConfig } from "./config/config";
import { pool } from "./db/client";
import { findRoleFault } from "./db/role-check";

/** In one sentence or a list, why this process must not run; null when it may. */
async function findFault(): Promise<string | null> {
  try {
    readConfig();
  } catch (fault) {
    if (fault instanceof ConfigError) return fault.message;
    throw fault;
  }
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

/**
 * Ends this process, saying why on standard error, unless its environment is complete and its database role is fit.
 * The first thing that web and worker do.
 */
export async function startOrExit(): Promise<void> {
  const fault = await findFault();
  if (fault === null) return;
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}
