// What the linter says about a policy document, rule by rule (law.md TR-1: naming rule and place).
import type { PolicyDocument } from "../document";

/** One thing in a policy document that breaks a rule, where it stands, and how to mend it. */
export type LintFinding = {
  /** The rule, as law.md names it, such as "LB-2". */
  readonly rule: string;
  /** Where, as a path into the document, such as "purposes.research.liaKey". */
  readonly path: string;
  readonly sentence: string;
  /** `refuse`: must not be published. `warn`: may be, once the data protection officer has looked. */
  readonly severity: "refuse" | "warn";
};

export type LintRule = (document: PolicyDocument) => readonly LintFinding[];

export function refusal(rule: string, path: string, sentence: string): LintFinding {
  return { rule, path, sentence, severity: "refuse" };
}

export function warning(rule: string, path: string, sentence: string): LintFinding {
  return { rule, path, sentence, severity: "warn" };
}
