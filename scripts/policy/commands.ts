import { writeFileSync } from "node:fs";
import path from "node:path";
import { diffPolicies, isMaterial, uncoveredConsents, whatChanged } from "@/lib/policy/diff";
import { lintPolicy } from "@/lib/policy/lint";
import { noticeEdition, noticeMarkdown, noticePlainText } from "@/lib/policy/notice-text";
import { runScenario } from "@/lib/policy/scenario/run";
import type { NoticeVariant } from "@/lib/policy/document-parts";
import { policyJsonSchema } from "@/lib/schemas/policy-json-schema";
import { loadPolicy, loadScenarios, scenarioFiles, UnusableFile } from "./files";
import { decisionLine, differenceLines, ruleLines } from "./words";

// What each command does. Every one prints lines for a person and says by its result whether all is well.

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** `rule place sentence`, refusals first; false when something is refused. */
export function lint(file: string, options: { on?: string }): boolean {
  const findings = lintPolicy(loadPolicy(file), options.on ?? null);
  const refused = findings.filter(({ severity }) => severity === "refuse");
  const line = (one: (typeof findings)[number]) => `${one.rule}  ${one.path}  ${one.sentence}`;
  say(
    ...refused.map(line),
    ...findings.filter(({ severity }) => severity === "warn").map((one) => `warning: ${line(one)}`),
    refused.length === 0 ? "May be published." : `${refused.length} to mend before it may be published.`,
  );
  return refused.length === 0;
}

/** The changes in words; what is material, and whose consents no longer count. */
export function diff(before: string, after: string, options: { members?: boolean }): boolean {
  const [was, is] = [loadPolicy(before), loadPolicy(after)];
  if (options.members === true) {
    say(...(whatChanged(was, is)?.list ?? ["Nothing that touches members changed."]));
    return true;
  }
  const changes = diffPolicies(was, is);
  say(
    ...changes.map(
      (one) => `${one.material ? "MATERIAL" : "minor   "}  ${one.kind}  ${one.path}  ${one.sentence}`,
    ),
    ...uncoveredConsents(was, is).map(
      ({ purposeKey, effect, because }) =>
        `CONSENT   ${purposeKey}  ${effect === "gone" ? "no longer covers this" : "look whether it still covers this"}: ${because}`,
    ),
    isMaterial(changes) ? "Members must be told first." : "Nothing that members must be told first.",
  );
  return true;
}

export type RenderOptions = {
  format: NoticeVariant["format"];
  language: string;
  as: "markdown" | "text";
  on?: string;
};

/** The notice as Markdown or plain text. */
export function render(file: string, options: RenderOptions): boolean {
  const document = loadPolicy(file);
  const edition = noticeEdition(document, options.language, options.format, options.on ?? null);
  if (edition === null) {
    throw new UnusableFile(`This policy has no notice in "${options.language}" as ${options.format}.`);
  }
  const write = options.as === "text" ? noticePlainText : noticeMarkdown;
  say(write(edition.title, edition.sections).trimEnd());
  return true;
}

/** Runs scenarios and says what differed; false when anything did. */
export function test(where: string): boolean {
  let [passed, failed] = [0, 0];
  for (const name of scenarioFiles(where)) {
    const { file, document } = loadScenarios(name);
    for (const scenario of file.scenarios) {
      const outcome = runScenario(document, file, scenario);
      if (outcome.passed) passed += 1;
      else {
        failed += 1;
        say(`${path.relative(process.cwd(), name)}: ${scenario.name} [${scenario.law.join(", ")}]`);
        say(...differenceLines(outcome));
      }
    }
  }
  say(`${passed} as expected, ${failed} not.`);
  return failed === 0;
}

/** Every rule that was considered for a scenario, in order; all scenarios of the file, or those whose name has a word. */
export function explain(name: string, options: { scenario?: string }): boolean {
  const { file, document } = loadScenarios(name);
  const wanted = file.scenarios.filter((one) =>
    one.name.toLowerCase().includes((options.scenario ?? "").toLowerCase()),
  );
  if (wanted.length === 0)
    throw new UnusableFile(`No scenario here has "${options.scenario ?? ""}" in its name.`);
  for (const scenario of wanted) {
    const { decision, rules } = runScenario(document, file, scenario);
    const { kind, purpose, channel } = scenario.message;
    say(scenario.name, `  ${scenario.person}, ${scenario.at}: ${kind} for "${purpose}" by ${channel}`);
    say(...ruleLines(rules), `  ${decisionLine(decision)}`, "");
  }
  return true;
}

const schemaFile = path.resolve(import.meta.dirname, "../../public/policy-document.schema.json");

/** Writes the JSON Schema of policy documents to where the product serves it. */
export async function schema(): Promise<boolean> {
  const { format } = await import("prettier");
  writeFileSync(
    schemaFile,
    await format(JSON.stringify(policyJsonSchema()), { parser: "json", printWidth: 110 }),
  );
  say(`Written: ${path.relative(process.cwd(), schemaFile)}`);
  return true;
}
