import type { Command } from "commander";
import { ConfigError, readConfig } from "@/lib/config/config";
import { disconnect } from "@/lib/db/client";
import { withDatabase } from "./database-checks.mjs";
import { exitWith, Sentence } from "./sentence.mjs";

/** What a command needs that works on the product's data: the environment of web and worker, and a database that answers. */
async function check(): Promise<void> {
  try {
    await withDatabase("DATABASE_URL", readConfig().databaseUrl, async () => undefined);
  } catch (fault) {
    throw fault instanceof ConfigError ? new Sentence(fault.message) : fault;
  }
}

/** Runs a command on the product's data, and says in one sentence what a person can mend. */
export async function onProduct(program: Command): Promise<void> {
  await program.hook("preAction", check).parseAsync().catch(exitWith);
  await disconnect();
}
