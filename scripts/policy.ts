import { Command, InvalidArgumentError, Option } from "commander";
import { isCivilDate } from "@/lib/policy/civil";
import * as commands from "./policy/commands";
import { exitWith } from "./sentence.mjs";

// npm run policy -- lint|diff|render|test|explain|schema. Ends with 1 when something is not as it should be.

const program = new Command("policy")
  .description(
    "Policy documents and scenarios, as JSON or YAML. A policy is a file, or a preset by its name.",
  )
  .showHelpAfterError();

const on = new Option("--on <day>", "the day it is to be in force, as YYYY-MM-DD").argParser((day) => {
  if (!isCivilDate(day)) throw new InvalidArgumentError("Write a day as in 2029-05-20.");
  return day;
});

function finish(fine: boolean): void {
  if (!fine) process.exitCode = 1;
}

program
  .command("lint <policy>")
  .description("says which rule is broken, where, and how to mend it")
  .addOption(on)
  .action((file: string, options: { on?: string }) => finish(commands.lint(file, options)));

program
  .command("diff <before> <after>")
  .description(
    "says in words what changed, what members must be told first, and whose consents no longer count",
  )
  .option("--members", "in the words that members read")
  .action((before: string, after: string, options: { members?: boolean }) =>
    finish(commands.diff(before, after, options)),
  );

program
  .command("render <policy>")
  .description("prints the privacy notice")
  .addOption(
    new Option("--format <format>", "edition")
      .choices(["standard", "easyRead", "largePrint"])
      .default("standard"),
  )
  .option("--language <language>", "such as cy", "en")
  .addOption(new Option("--as <kind>", "how it is written").choices(["markdown", "text"]).default("markdown"))
  .addOption(on)
  .action((file: string, options: commands.RenderOptions) => finish(commands.render(file, options)));

program
  .command("test <scenarios>")
  .description("runs a scenario file, or all in a folder, and says what differed")
  .action((where: string) => finish(commands.test(where)));

program
  .command("explain <scenarios>")
  .description("prints every rule that was considered, in order")
  .option("--scenario <words>", "only scenarios with these words in their name")
  .action((file: string, options: { scenario?: string }) => finish(commands.explain(file, options)));

program
  .command("schema")
  .description("writes the JSON Schema of policy documents to public/")
  .action(async () => finish(await commands.schema()));

await program.parseAsync().catch(exitWith);
