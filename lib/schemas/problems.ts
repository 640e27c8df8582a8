import type { z } from "zod";
import type { FileProblem } from "./file-guard";

// Where a document is wrong, in the words of its own keys: "purposes.research.slot" rather than "purposes[2].slot".

function step(value: unknown, part: PropertyKey): { readonly name: string; readonly value: unknown } {
  const next = (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[part];
  if (typeof part !== "number") return { name: String(part), value: next };
  const { key, name } = (next ?? {}) as { readonly key?: unknown; readonly name?: unknown };
  const own = [key, name].find((one) => typeof one === "string" && one !== "");
  return { name: typeof own === "string" ? own : String(part + 1), value: next };
}

function place(value: unknown, path: readonly PropertyKey[]): string {
  const names: string[] = [];
  let here = value;
  for (const part of path) {
    const next = step(here, part);
    names.push(next.name);
    here = next.value;
  }
  return names.length === 0 ? "file" : names.join(".");
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((here, part) => step(here, part).value, value);
}

const kindWords: Readonly<Record<string, string>> = {
  string: "Write words here, in quotes.",
  number: "Write a number.",
  int: "Write a whole number.",
  boolean: "Write true or false, without quotes.",
  array: "Write a list here.",
  object: "Write an entry with its parts here.",
};

type Limit = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig;

/** "Write a number that is at most 7." */
function limitSentence(issue: Limit): string {
  const [limit, more] = issue.code === "too_small" ? [issue.minimum, "at least"] : [issue.maximum, "at most"];
  const many = limit.toLocaleString("en-GB");
  if (issue.origin === "string") return `Write ${more} ${many} characters.`;
  if (issue.origin === "array") return `List ${more} ${many}.`;
  return `Write a number that is ${more} ${many}.`;
}

function sentence(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.path[0] === "schemaVersion") {
    return `This product reads version 1; here stands ${JSON.stringify(valueAt(value, issue.path)) ?? "nothing"}.`;
  }
  if (issue.code === "invalid_type" && valueAt(value, issue.path) === undefined) return "This is missing.";
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map(String).join(", ");
    return `Use one of: ${allowed}.`;
  }
  // Words of our own stand before what the schema's library would say.
  if (!/^(Invalid input|Too (small|big)): expected /u.test(issue.message)) return issue.message;
  if (issue.code === "too_small" || issue.code === "too_big") return limitSentence(issue);
  return (issue.code === "invalid_type" ? kindWords[issue.expected] : undefined) ?? issue.message;
}

/** Nobody mends more than this at once. */
const mostProblems = 100;

/** The first hundred problems of a value that a schema refused, each with its place and what to write instead. */
export function problemsOf(error: z.ZodError, value: unknown): readonly FileProblem[] {
  const problems = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.slice(0, mostProblems).map((key) => ({
          path: place(value, [...issue.path, key]),
          sentence: `There is no "${key}" here. Is it misspelt? Nothing unknown is kept, so that no promise goes unenforced.`,
        }))
      : [{ path: place(value, issue.path), sentence: sentence(issue, value) }],
  );
  return problems.slice(0, mostProblems);
}
