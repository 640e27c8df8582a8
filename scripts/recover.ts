import { Command } from "commander";
import { holdWhereBehind } from "@/lib/ledger/recover/hold-where-behind";
import { recoverLedger } from "@/lib/usecases/recovery/recover-ledger";
import { onProduct } from "./product";

// npm run recover: after an older copy of the database came back (docs/ledger-erasure.md). Needs the environment of web and
// worker. May be run again, also when it was cut off; ends with 1 when lines of the journals could not be read.

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function recover(): Promise<void> {
  const behind = await holdWhereBehind();
  if (behind.length === 0) say("No ledger is behind what was published and journaled of it.");
  for (const organisationId of behind) {
    say(`Organisation ${organisationId}:`);
    const recovered = await recoverLedger(organisationId, say);
    if (recovered === null) continue;
    const { stops, erasures, broken } = recovered;
    say(`  Recovered: ${stops} stops and ${erasures} erasures repeated. It can be used again.`);
    if (broken === 0) continue;
    say(
      `  ${broken} lines of the journals could not be read. Look at them: a crash cuts off one line a file at most.`,
    );
    process.exitCode = 1;
  }
}

await onProduct(
  new Command("recover")
    .showHelpAfterError()
    .description(
      "Repeats stops and erasures that an older copy of the database does not know, and opens it again.",
    )
    .action(recover),
);
