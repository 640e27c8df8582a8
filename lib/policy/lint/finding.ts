// What the linter says about a policy document, rule by rule (law.md TR-1: naming rule and place).
import type { PolicyDocument } from "../document";
import type { CivilDate } from "../vocabulary";

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

/** `on` is the day the document is to be in force; null asks about the latest law and about nothing that runs out. */
export type LintRule = (document: PolicyDocument, on: CivilDate | null) => readonly LintFinding[];

export function refusal(rule: string, path: string, sentence: string): LintFinding {
  return { rule, path, sentence, severity: "refuse" };
}

export function warning(rule: string, path: string, sentence: string): LintFinding {
  return { rule, path, sentence, severity: "warn" };
}

/** The finding, if what it is about is so. */
export function when(broken: boolean, finding: LintFinding): readonly LintFinding[] {
  return broken ? [finding] : [];
}

/** The values that occur more than once, each named once. */
export function duplicates<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))];
}
