import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { readConfig } from "@/lib/config/config";
import { database } from "@/lib/db/client";
import { checkpointText, originOf } from "@/lib/ledger/checkpoint/checkpoint";
import { publishNotes } from "@/lib/ledger/checkpoint/published-file";
import { frontierRoot } from "@/lib/ledger/hashing";

/** Publishes an organisation's tree as it is now, in the folder that stands for another host. */
export async function publishHead(organisationId: string, checkpointDir: string): Promise<void> {
  const head = await database().ledgerHead.findUniqueOrThrow({ where: { organisationId } });
  const origin = originOf(readConfig().appUrl, organisationId, head.epoch);
  const root = frontierRoot(head.frontier);
  const text = checkpointText({ origin, size: head.seq - head.epochStart, root });
  const note = `${text}\n— test ${Buffer.alloc(68).toString("base64")}\n`;
  await publishNotes(checkpointDir, organisationId, [note]);
}

/** `npm run recover`, as a process of its own. Returns what it said. */
export async function recover(outside: {
  readonly journalDir: string;
  readonly checkpointDir: string;
}): Promise<string> {
  const env = { ...process.env, JOURNAL_DIR: outside.journalDir, CHECKPOINT_DIR: outside.checkpointDir };
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["--import", "tsx", "scripts/recover.ts"], { env });
  return stdout;
}
