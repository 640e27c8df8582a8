import { refuseFields, type Result } from "@/lib/result";
import type { FileProblem } from "@/lib/schemas/file-guard";
import { lineOf } from "@/lib/schemas/policy-lines";

/** More at once help nobody; the rest is said when these are put right. */
const mostProblems = 25;

/** Every problem of a document at its field, with its place and, where it can be found, its line. */
export function documentProblems(text: string, problems: readonly FileProblem[]): Result<never> {
  const faults = problems.slice(0, mostProblems).map(({ path, sentence }) => {
    const line = /^(?:file|line )/u.test(path) ? null : lineOf(text, path);
    return line === null
      ? { code: "policyDocument.at", params: { path, sentence } }
      : { code: "policyDocument.atLine", params: { line, path, sentence } };
  });
  return refuseFields({ document: faults });
}
