import { Command } from "commander";
import { database, disconnect } from "@/lib/db/client";
import { folderSink, UnusableFolder } from "@/lib/ledger/export/sink";
import { exportWhole } from "@/lib/ledger/export/write-export";
import { addKeeping } from "./ledger/keeping";

// npm run ledger -- export --organisation SLUG-or-ID --to FOLDER. Needs DATABASE_URL, and of the database the application's
// own role; ends with 1 when it could not be done.

const program = new Command("ledger").description("The consent ledger, from outside").showHelpAfterError();

async function idOf(name: string): Promise<string> {
  const byId = /^[0-9a-f-]{36}$/i.test(name) ? { id: name } : { slug: name };
  const found = await database().organisation.findFirst({ where: byId, select: { id: true } });
  if (found === null) throw new UnusableFolder(`There is no organisation ${name}.`);
  return found.id;
}

program
  .command("export")
  .description("writes the whole ledger with its checkpoints, consent state and two verifiers to a folder")
  .requiredOption("--organisation <name>", "its short name or id")
  .requiredOption("--to <folder>", "a folder that is new or empty")
  .action(async ({ organisation, to }: { organisation: string; to: string }) => {
    const id = await idOf(organisation);
    const { firstSeq, lastSeq, entries } = await exportWhole(id, await folderSink(to));
    process.stdout.write(`Written to ${to}: ${entries} entries, ${firstSeq} to ${lastSeq}.\n`);
  });

addKeeping(program, idOf);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof UnusableFolder)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await disconnect();
}
