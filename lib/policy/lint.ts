// A policy that breaks a rule is not published: the linter names the rule, the place and what to do
// (law.md LB-1 to LB-12, SC-1 to SC-7, PE-1 to PE-9, CN-1 to CN-8, AC-2 to AC-5, RT-1, TR-1 to TR-5, section 12).
import type { PolicyDocument } from "./document";
import { accountabilityFindings } from "./lint/accountability";
import { lawfulBasisFindings } from "./lint/basis";
import { consentFindings } from "./lint/consent";
import { contradictionFindings } from "./lint/contradictions";
import { fieldFindings } from "./lint/fields";
import type { LintFinding, LintRule } from "./lint/finding";
import { marketingFindings } from "./lint/marketing";
import { noticeFindings, openPlaceFindings } from "./lint/notice";
import { panelFindings } from "./lint/panel";
import { purposeFindings } from "./lint/purposes";
import { registerFindings } from "./lint/register";
import { transferFindings } from "./lint/transfers";
import { wordFindings } from "./lint/words";
import type { CivilDate } from "./vocabulary";

export type { LintFinding } from "./lint/finding";

const rules: readonly LintRule[] = [
  openPlaceFindings,
  panelFindings,
  contradictionFindings,
  lawfulBasisFindings,
  marketingFindings,
  consentFindings,
  purposeFindings,
  fieldFindings,
  registerFindings,
  transferFindings,
  accountabilityFindings,
  wordFindings,
  noticeFindings,
];

/**
 * Everything in a policy document that breaks a rule, in the order of the rules; empty when nothing does. `on` is the day
 * it is to be in force: it decides which law holds and which approvals, checks and reviews have run out. Without it, the
 * latest law, and nothing has run out.
 */
export function lintPolicy(document: PolicyDocument, on: CivilDate | null = null): readonly LintFinding[] {
  return rules.flatMap((rule) => rule(document, on));
}

/** Whether a document may be published on a day: nothing in it is refused. */
export function isPublishable(document: PolicyDocument, on: CivilDate | null = null): boolean {
  return lintPolicy(document, on).every(({ severity }) => severity !== "refuse");
}
