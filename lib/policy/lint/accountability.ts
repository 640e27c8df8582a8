// Assessments and policy documents count from their approval until their review is overdue; matching housing records and
// sensitive answers need an impact assessment first (UK GDPR 5(2), 35; DPA 2018 Sch 1 paras 5, 39; law.md AC-2, AC-3, SC-4).
import type { AccountabilityRecord, PolicyDocument } from "../document";
import { isGuarded } from "../guarded";
import type { CivilDate } from "../vocabulary";
import { refusal, warning, when, type LintFinding } from "./finding";

export type RecordState = "missing" | "draft" | "overdue" | "inForce";

/** How a record of accountability stands on a day; without a day, whether it was approved at all. */
export function recordState(
  document: Pick<PolicyDocument, "accountability">,
  kind: AccountabilityRecord["kind"],
  key: string | undefined,
  on: CivilDate | null,
): RecordState {
  const record = document.accountability.find((one) => one.kind === kind && one.key === key);
  if (record === undefined) return "missing";
  if (record.status === "draft" || (on !== null && on < record.approvedOn)) return "draft";
  return on !== null && on > record.reviewOn ? "overdue" : "inForce";
}

function dateFindings(document: PolicyDocument, on: CivilDate | null): readonly LintFinding[] {
  return document.accountability.flatMap((record) => [
    ...when(
      record.reviewOn <= record.approvedOn,
      refusal(
        "AC-2",
        `accountability.${record.key}.reviewOn`,
        "The review comes after the approval, not before.",
      ),
    ),
    ...when(
      record.kind !== "lia" && on !== null && on > record.reviewOn,
      warning("AC-3", `accountability.${record.key}.reviewOn`, "The review of this is overdue."),
    ),
  ]);
}

function impactFindings(document: PolicyDocument, on: CivilDate | null): readonly LintFinding[] {
  const matching = document.fields.some(({ source }) => source === "housingSystem");
  const sensitive = document.fields.some(isGuarded);
  const assessed = document.accountability.some(
    ({ kind, key }) =>
      kind === "dpia" && !["missing", "draft"].includes(recordState(document, kind, key, on)),
  );
  if (assessed) return [];
  return [
    ...when(
      matching,
      refusal(
        "AC-3",
        "accountability",
        "Matching the panel with housing records needs an impact assessment first (Article 35).",
      ),
    ),
    ...when(
      sensitive && !matching,
      warning("AC-3", "accountability", "Sensitive answers of many people call for an impact assessment."),
    ),
  ];
}

export function accountabilityFindings(
  document: PolicyDocument,
  on: CivilDate | null,
): readonly LintFinding[] {
  return [...dateFindings(document, on), ...impactFindings(document, on)];
}
