import type { PolicyDocument } from "@/lib/policy/document";
import { readFileText, type FileFormat, type FileProblem } from "./file-guard";
import { policyDocumentSchema } from "./policy-document";
import { problemsOf } from "./problems";

export type PolicyReading =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * Reads a policy document from the text of a JSON or YAML file. All or nothing: either the whole document, or every
 * problem with its place and a sentence that says what to write instead. Whether it keeps to the law is asked
 * afterwards (lib/policy/lint.ts).
 */
export function readPolicy(text: string, format: FileFormat): PolicyReading {
  const file = readFileText(text, format);
  if (!file.ok) return file;
  const parsed = policyDocumentSchema.safeParse(file.value);
  if (parsed.success) return { ok: true, document: parsed.data };
  return { ok: false, problems: problemsOf(parsed.error, file.value) };
}
