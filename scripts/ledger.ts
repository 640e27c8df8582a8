import { Command } from "commander";
import { database } from "@/lib/db/client";
import { folderSink, UnusableFolder } from "@/lib/ledger/export/sink";
import { exportWhole } from "@/lib/ledger/export/write-export";
import { addKeeping } from "./ledger/keeping";
import { onProduct } from "./product";
import { Sentence } from "./sentence.mjs";

// npm run ledger -- export --organisation SLUG-or-ID --to FOLDER. Needs the environment of web and worker; ends with 1 when
// it could not be done.

const program = new Command("ledger").description("The consent ledger, from outside").showHelpAfterError();

/** A place for the export, in a folder that is new or empty. */
async function placeIn(folder: string) {
  return folderSink(folder).catch((fault: unknown) => {
    throw fault instanceof UnusableFolder ? new Sentence(fault.message) : fault;
  });
}

async function idOf(name: string): Promise<string> {
  const byId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(name) ? { id: name } : { slug: name };
  const found = await database().organisation.findFirst({ where: byId, select: { id: true } });
  if (found === null) throw new Sentence(`There is no organisation ${name}.`);
  return found.id;
}

program
  .command("export")
  .description("writes the whole ledger with its checkpoints, consent state and two verifiers to a folder")
  .requiredOption("--organisation <name>", "its short name or id")
  .requiredOption("--to <folder>", "a folder that is new or empty")
  .action(async ({ organisation, to }: { organisation: string; to: string }) => {
    const id = await idOf(organisation);
    const { firstSeq, lastSeq, entries } = await exportWhole(id, await placeIn(to));
    process.stdout.write(`Written to ${to}: ${entries} entries, ${firstSeq} to ${lastSeq}.\n`);
  });

addKeeping(program, idOf);
await onProduct(program);
