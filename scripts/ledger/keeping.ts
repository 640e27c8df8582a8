import { InvalidArgumentError, Option, type Command } from "commander";
import { readSigning } from "@/lib/config/signing";
import { clearFiles } from "@/lib/db/clear-files";
import { KeyUnavailable } from "@/lib/ledger/keyring/keks";
import { rotateKeys } from "@/lib/ledger/keyring/rotate";
import { retireEpoch } from "@/lib/ledger/retire-epoch";
import { recordRetirement } from "@/lib/usecases/recovery/record-retirement";
import { sealEpoch } from "@/lib/usecases/recovery/seal-epoch";
import { runUseCase } from "@/lib/usecases/run";

// npm run ledger -- seal | retire-epoch | rotate-keys | clear-files: what whoever runs the product does a few times a year.

const operator = { kind: "system", name: "operator" } as const;

const say = (line: string) => void process.stdout.write(`${line}\n`);

function fail(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}

type Reason = "retention" | "damaged";

async function seal(organisationId: string, reason: Reason): Promise<void> {
  const sealed = await runUseCase(sealEpoch, operator, { organisationId, reason });
  if (!sealed.ok) return fail(`Not sealed: ${sealed.error.code}.`);
  const { epoch, seq, uncovered } = sealed.value;
  say(`Sealed. Epoch ${epoch} begins with entry ${seq}.`);
  if (uncovered === 0) return;
  const why = readSigning() === null ? ": there is no CHECKPOINT_KEY here" : "";
  say(`The last ${uncovered} entries before it are in no checkpoint of their epoch${why}.`);
  say(`What fixes them is the root in entry ${seq}, once a checkpoint covers that.`);
}

async function retire(organisationId: string, epoch: number): Promise<void> {
  const url = process.env["OWNER_DATABASE_URL"];
  if (url === undefined)
    return fail("Set OWNER_DATABASE_URL: only the role that owns the tables may delete entries.");
  const retired = await retireEpoch(url, organisationId, epoch);
  if ("deleted" in retired)
    say(`${retired.deleted} entries of epoch ${epoch} deleted. Its checkpoints stay.`);
  else fail(`Nothing deleted: ${retired.kept}.`);
  // Also where an earlier run was cut off after it had deleted.
  const recorded = await runUseCase(recordRetirement, operator, { organisationId, epoch });
  if (!recorded.ok) fail(`Not recorded: ${recorded.error.code}. Run it again when the ledger takes entries.`);
  else if (recorded.value !== null) say(`Recorded as entry ${recorded.value}.`);
}

async function rotate(): Promise<void> {
  try {
    const done = await rotateKeys((some, total) => say(`  ${some} of ${total} keys`));
    say(`${done} keys are wrapped anew. The older numbers in LEDGER_KEKS are needed for backups only.`);
  } catch (fault) {
    if (!(fault instanceof KeyUnavailable)) throw fault;
    fail(`${fault.message}. LEDGER_KEKS must hold every number that still wraps a key.`);
  }
}

async function clear(): Promise<void> {
  const url = process.env["OWNER_DATABASE_URL"];
  if (url === undefined)
    return fail("Set OWNER_DATABASE_URL: only the role that owns the tables may do this.");
  await clearFiles(url);
  say("The database's files are written anew: nothing that was deleted stands in them.");
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(text)) throw new InvalidArgumentError("Write a whole number from 1.");
  return Number(text);
}

/** Adds these to `npm run ledger`. */
export function addKeeping(program: Command, idOf: (name: string) => Promise<string>): void {
  program
    .command("seal")
    .description(
      "ends the running epoch, at the end of its retention or because it is damaged, and opens the next",
    )
    .requiredOption("--organisation <name>", "its short name or id")
    .addOption(new Option("--reason <reason>", "why").choices(["retention", "damaged"]).default("retention"))
    .action(async (of: { organisation: string; reason: Reason }) =>
      seal(await idOf(of.organisation), of.reason),
    );
  program
    .command("retire-epoch")
    .description("deletes the entries of a sealed epoch whose time is over; its checkpoints stay")
    .requiredOption("--organisation <name>", "its short name or id")
    .requiredOption("--epoch <number>", "a sealed epoch", wholeNumber)
    .action(async (of: { organisation: string; epoch: number }) =>
      retire(await idOf(of.organisation), of.epoch),
    );
  program
    .command("rotate-keys")
    .description("wraps the keys of persons by the newest key-encryption key; may be cut off and run again")
    .action(rotate);
  program
    .command("clear-files")
    .description(
      "writes the database's files anew, so that nothing of who was erased stays in them; locks tables",
    )
    .action(clear);
}
