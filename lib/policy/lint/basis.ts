// Each purpose has one basis that this controller may use, with the law or the assessment that goes with it
// (UK GDPR 5(1)(b), 6(1), 6(3), 8A, Annex 1; law.md LB-1 to LB-3, LB-8, LB-9, AC-2, 12 row 4).
import type { PolicyDocument, Purpose } from "../document";
import { lawfulBases, type CivilDate } from "../vocabulary";
import { recordState } from "./accountability";
import { refusal, warning, when, type LintFinding } from "./finding";

function basisFindings(purpose: Purpose, { organisation }: PolicyDocument): readonly LintFinding[] {
  const path = `purposes.${purpose.key}.lawfulBasis`;
  const { lawfulBasis } = purpose;
  const interests = lawfulBasis === "legitimateInterests" || lawfulBasis === "recognisedLegitimateInterest";
  return [
    ...when(
      !lawfulBases.includes(lawfulBasis),
      refusal("LB-1", path, "Each purpose needs exactly one lawful basis."),
    ),
    ...when(
      interests && organisation.publicAuthority && purpose.withinPublicTask !== false,
      refusal(
        "LB-2",
        path,
        "A public authority cannot rest its tasks on legitimate interests (Article 6(1)). Use its public task or consent.",
      ),
    ),
    ...when(
      purpose.withinPublicTask === true && !organisation.publicAuthority,
      refusal(
        "LB-2",
        `purposes.${purpose.key}.withinPublicTask`,
        "This organisation is no public authority, so it has no public task. Say false, or mend the organisation.",
      ),
    ),
    ...when(
      lawfulBasis === "publicTask" && !organisation.publicAuthority,
      warning("LB-3", path, "A public task must be this organisation's own by law. Few landlords have one."),
    ),
  ];
}

function sourceFindings(purpose: Purpose): readonly LintFinding[] {
  const needsSource = purpose.lawfulBasis === "publicTask" || purpose.lawfulBasis === "legalObligation";
  return when(
    needsSource && (purpose.legalSource ?? "").trim() === "",
    refusal(
      "LB-3",
      `purposes.${purpose.key}.legalSource`,
      "Name the enactment that gives the task or the duty (Article 6(3)).",
    ),
  );
}

function recognisedFindings(purpose: Purpose): readonly LintFinding[] {
  const path = `purposes.${purpose.key}`;
  if (purpose.lawfulBasis !== "recognisedLegitimateInterest") {
    return when(
      purpose.annex1 !== undefined,
      refusal(
        "LB-8",
        `${path}.annex1`,
        "An Annex 1 condition belongs to a recognised legitimate interest only.",
      ),
    );
  }
  return [
    ...when(
      purpose.messageKind !== null,
      refusal(
        "LB-8",
        `${path}.lawfulBasis`,
        "No recognised legitimate interest in Annex 1 covers inviting people or writing to them.",
      ),
    ),
    ...when(
      purpose.annex1 === undefined,
      refusal(
        "LB-8",
        `${path}.annex1`,
        "Name the condition of Annex 1 that this rests on, and why nothing less would do.",
      ),
    ),
  ];
}

const assessmentSentences = {
  missing: "Legitimate interests need an assessment. Name one that is in accountability.",
  draft: "The assessment named here is not approved yet.",
  overdue: "The review of this assessment is overdue, so nothing may rest on it.",
} as const;

function assessmentFindings(
  purpose: Purpose,
  document: PolicyDocument,
  on: CivilDate | null,
): readonly LintFinding[] {
  if (purpose.lawfulBasis !== "legitimateInterests") return [];
  const path = `purposes.${purpose.key}`;
  const state = recordState(document, "lia", purpose.liaKey, on);
  const record = document.accountability.find(({ kind, key }) => kind === "lia" && key === purpose.liaKey);
  return [
    ...(state === "inForce" ? [] : [refusal("AC-2", `${path}.liaKey`, assessmentSentences[state])]),
    ...when(
      record !== undefined && record.balance === undefined,
      warning(
        "AC-2",
        `accountability.${purpose.liaKey ?? ""}.balance`,
        "Write down the three parts in short: purpose, necessity, balancing.",
      ),
    ),
    ...when(
      purpose.interest === undefined,
      refusal("TR-1", `${path}.interest`, "Say which interest is pursued (Article 13(1)(d))."),
    ),
  ];
}

function furtherUseFindings(purpose: Purpose, document: PolicyDocument): readonly LintFinding[] {
  const path = `purposes.${purpose.key}.compatibility`;
  const matched = document.fields.some(
    ({ source, purposes }) => source === "housingSystem" && purposes.includes(purpose.key),
  );
  return [
    ...when(
      matched && purpose.compatibility === undefined,
      refusal(
        "LB-9",
        path,
        "This uses housing records, which were collected for something else. Say why that is compatible (Article 8A).",
      ),
    ),
    ...when(
      purpose.compatibility?.collectedOn === "consent" && purpose.lawfulBasis !== "consent",
      refusal(
        "LB-9",
        path,
        "What was collected on consent is used for something new only with a fresh consent (Article 8A(4)).",
      ),
    ),
  ];
}

/** Whether each purpose may rest on what it says it rests on. */
export function lawfulBasisFindings(document: PolicyDocument, on: CivilDate | null): readonly LintFinding[] {
  return document.purposes.flatMap((purpose) => [
    ...basisFindings(purpose, document),
    ...sourceFindings(purpose),
    ...recognisedFindings(purpose),
    ...assessmentFindings(purpose, document, on),
    ...furtherUseFindings(purpose, document),
  ]);
}
