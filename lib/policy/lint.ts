// A policy that breaks a rule is not published: the linter names the rule, the place and what to do
// (law.md LB-1 to LB-12, SC-1 to SC-7, AC-2 to AC-5, RT-1, TR-1).
import { isCivilDate, isPeriod } from "./civil";
import type { PolicyDocument } from "./document";
import { fieldFindings } from "./lint/fields";
import { refusal, type LintFinding, type LintRule } from "./lint/finding";
import { purposeFindings } from "./lint/purposes";
import { registerFindings } from "./lint/register";

export type { LintFinding } from "./lint/finding";

function panelFindings(document: PolicyDocument): readonly LintFinding[] {
  return [
    ...(isPeriod(document.consentLife)
      ? []
      : [refusal("CN-4", "consentLife", "Say for how long a yes counts, as a period such as P24M.")]),
    ...(document.regulator.some(({ from }) => isCivilDate(from))
      ? []
      : [
          refusal(
            "RR-12",
            "regulator",
            "Name the regulator and from which day it is the one to complain to.",
          ),
        ]),
    ...(document.organisation.dpoEmail.trim() === ""
      ? [
          refusal(
            "TR-1",
            "organisation.dpoEmail",
            "Say how to reach the data protection officer (Article 13(1)(b)).",
          ),
        ]
      : []),
    ...(document.membership.minimumAge < 13
      ? [
          refusal(
            "CN-7",
            "membership.minimumAge",
            "Under 13 a parent must consent. This product does not offer that.",
          ),
        ]
      : []),
  ];
}

const rules: readonly LintRule[] = [panelFindings, purposeFindings, fieldFindings, registerFindings];

/** Everything in a policy document that breaks a rule, in the order of the document's parts; empty when nothing does. */
export function lintPolicy(document: PolicyDocument): readonly LintFinding[] {
  return rules.flatMap((rule) => rule(document));
}

/** Whether a document may be published: nothing in it is refused. */
export function isPublishable(document: PolicyDocument): boolean {
  return lintPolicy(document).every(({ severity }) => severity !== "refuse");
}
