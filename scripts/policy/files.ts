import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { merged } from "@/lib/policy/scenario/run";
import type { PolicyDocument } from "@/lib/policy/document";
import type { ScenarioFile } from "@/lib/policy/scenario/types";
import type { FileFormat, FileProblem } from "@/lib/schemas/file-guard";
import { readPolicy } from "@/lib/schemas/read-policy";
import { readScenarios } from "@/lib/schemas/scenario";
import { Sentence } from "../sentence.mjs";

// Policy and scenario files on disk. What cannot be read is said in lines a person can act on, and the command ends.

const presets = path.resolve(import.meta.dirname, "../../prisma/presets");
const mostBytes = 1_100_000;

/** A file that cannot be used; its message is for the person at the terminal. */
export class UnusableFile extends Sentence {}

function unusable(file: string, problems: readonly FileProblem[]): UnusableFile {
  const lines = problems.map(({ path: place, sentence }) => `  ${place}  ${sentence}`);
  return new UnusableFile([`${file} cannot be used:`, ...lines].join("\n"));
}

function formatOf(file: string): FileFormat {
  return /\.ya?ml$/iu.test(file) ? "yaml" : "json";
}

function textOf(file: string): string {
  if (!existsSync(file)) throw new UnusableFile(`There is no file ${file}.`);
  // A hostile file is not even loaded; the reader says what the limit is.
  return statSync(file).size > mostBytes ? " ".repeat(mostBytes) : readFileSync(file, "utf8");
}

/** The file behind a name: a path, or the name of a preset such as "citizens-together". */
function policyFile(name: string, beside: string): string {
  const candidates = [path.resolve(beside, name), path.join(presets, `${name}.json`)];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile()) ?? path.resolve(beside, name);
}

/** Reads a policy document by path or preset name. Throws UnusableFile with every problem. */
export function loadPolicy(name: string, beside: string = process.cwd()): PolicyDocument {
  const file = policyFile(name, beside);
  const reading = readPolicy(textOf(file), formatOf(file));
  if (!reading.ok) throw unusable(name, reading.problems);
  return reading.document;
}

function changedPolicy(file: string, scenarios: ScenarioFile): PolicyDocument {
  const document = loadPolicy(scenarios.policy, path.dirname(file));
  if (scenarios.changes === undefined) return document;
  const reading = readPolicy(JSON.stringify(merged(document, scenarios.changes)), "json");
  if (!reading.ok) throw unusable(`${file} (its "changes")`, reading.problems);
  return reading.document;
}

/** Reads a scenario file with the policy it is about. Throws UnusableFile with every problem. */
export function loadScenarios(file: string): {
  readonly file: ScenarioFile;
  readonly document: PolicyDocument;
} {
  const reading = readScenarios(textOf(file), formatOf(file));
  if (!reading.ok) throw unusable(file, reading.problems);
  return { file: reading.file, document: changedPolicy(file, reading.file) };
}

/** The scenario files of a path: itself, or all in a folder and below. */
export function scenarioFiles(where: string): readonly string[] {
  if (!existsSync(where)) throw new UnusableFile(`There is no file or folder ${where}.`);
  if (statSync(where).isFile()) return [where];
  return readdirSync(where, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ya?ml|json)$/iu.test(name))
    .toSorted()
    .map((name) => path.join(where, name));
}
