// Nothing is held that no purpose needs, and nothing sensitive without its condition
// (UK GDPR 5(1)(c), 9(1)-(2); DPA 2018 Sch 1 paras 5, 6, 8, 38-41; law.md SC-1 to SC-7, I10).
import type { Field, PolicyDocument } from "../document";
import { settles } from "../debated";
import { needsPolicyDocument } from "../guarded";
import { equalityMonitoringCategories } from "../special-category";
import type { CivilDate } from "../vocabulary";
import { recordState } from "./accountability";
import { refusal, when, type LintFinding } from "./finding";
import { offenceFindings, safeguardingFindings } from "./offences";

function place(field: Field, part: string): string {
  return `fields.${field.key}.${part}`;
}

function needFindings(field: Field, document: PolicyDocument): readonly LintFinding[] {
  const known = new Set(document.purposes.map(({ key }) => key));
  const unknown = field.purposes.filter((key) => !known.has(key));
  return [
    ...(field.purposes.length === unknown.length
      ? [
          refusal(
            "5(1)(c)",
            place(field, "purposes"),
            "No purpose needs this. Leave it out, or name the purpose.",
          ),
        ]
      : unknown.map((key) => refusal("5(1)(b)", place(field, "purposes"), `There is no purpose "${key}".`))),
    ...(document.retentionRules.some(({ key }) => key === field.retentionRuleKey)
      ? []
      : [
          refusal(
            "RT-1",
            place(field, "retentionRuleKey"),
            "Say how long this is kept: name a retention rule of this document.",
          ),
        ]),
  ];
}

function conditionFindings(field: Field): readonly LintFinding[] {
  const sensitive =
    field.specialCategory !== undefined ||
    field.category === "specialCategory" ||
    field.category === "adjustments";
  if (!sensitive) return [];
  if (field.specialCategory === undefined) {
    return [refusal("SC-1", place(field, "specialCategory"), "Say which special category this is.")];
  }
  if (field.art9Condition === undefined) {
    return [
      refusal(
        "SC-2",
        place(field, "art9Condition"),
        "Special category data needs a condition of Article 9(2).",
      ),
    ];
  }
  return [];
}

function equalityFindings(field: Field): readonly LintFinding[] {
  if (field.art9Condition !== "substantialPublicInterestPara8") return [];
  const covered =
    field.specialCategory !== undefined && equalityMonitoringCategories.includes(field.specialCategory);
  return [
    ...(covered
      ? []
      : [
          refusal(
            "SC-5",
            place(field, "art9Condition"),
            "Paragraph 8 covers only ethnic origin, religion or belief, health and sexual orientation.",
          ),
        ]),
    ...(field.category === "adjustments"
      ? [
          refusal(
            "SC-7",
            place(field, "art9Condition"),
            "Adjustments are decisions about one person, which paragraph 8 does not allow. Use explicit consent or paragraph 6.",
          ),
        ]
      : []),
    ...(field.readableBy.includes("engagement")
      ? [
          refusal(
            "SC-5",
            place(field, "readableBy"),
            "Answers for equality monitoring must not be shown to those who choose people.",
          ),
        ]
      : []),
  ];
}

function publicInterestFindings(
  field: Field,
  document: PolicyDocument,
  on: CivilDate | null,
): readonly LintFinding[] {
  if (!needsPolicyDocument(field)) return [];
  const path = place(field, "appropriatePolicyDocumentKey");
  const state = recordState(document, "appropriatePolicyDocument", field.appropriatePolicyDocumentKey, on);
  return [
    ...when(
      state === "missing",
      refusal(
        "SC-4",
        path,
        "This condition needs an appropriate policy document. Name one that is in accountability.",
      ),
    ),
    ...when(
      state === "draft" || state === "overdue",
      refusal("SC-4", path, "The appropriate policy document is not in force, so nothing may be collected."),
    ),
    ...when(
      field.art9Condition === "substantialPublicInterestPara6" &&
        !settles(document, "adjustmentsUnderParagraph6"),
      refusal(
        "SC-7",
        place(field, "art9Condition"),
        "Whether paragraph 6 carries this is debated. The data protection officer settles it, or use explicit consent.",
      ),
    ),
  ];
}

/** Whom to write to is a decision about a person, which equality monitoring must not make (SC-5, SC-6). */
function messagingFindings(field: Field, document: PolicyDocument): readonly LintFinding[] {
  const choosing = document.purposes.filter(
    ({ key, messageKind }) => messageKind !== null && field.purposes.includes(key),
  );
  return when(
    field.art9Condition === "substantialPublicInterestPara8" && choosing.length > 0,
    refusal(
      "SC-6",
      place(field, "purposes"),
      "Answers for equality monitoring must not serve a purpose that writes to people.",
    ),
  );
}

function explicitFindings(field: Field): readonly LintFinding[] {
  if (field.art9Condition !== "explicitConsent") return [];
  return [
    ...(field.explicitConsent === undefined
      ? [
          refusal(
            "SC-3",
            place(field, "explicitConsent"),
            "Explicit consent needs the exact statement that a person affirms.",
          ),
        ]
      : []),
    ...(field.required
      ? [
          refusal(
            "SC-3",
            place(field, "required"),
            "Nobody may have to give explicit consent in order to join.",
          ),
        ]
      : []),
  ];
}

/** Words of a question whose answers are special category data, whatever the field is called. */
const telling =
  /\bethnic|\brac(?:e|ial)\b|\breligio|\bbelief|\bdisab|\bhealth|\billness|\bimpairment|\baccess needs?\b|\bsign language|\bsexual|\btrade union|\bpolitical\b/iu;

function hiddenFindings(field: Field): readonly LintFinding[] {
  const options = field.input === undefined || field.input.type === "text" ? [] : field.input.options;
  const words = [field.key, field.label, ...options.map(({ label }) => label)].join("\n");
  return when(
    field.specialCategory === undefined &&
      field.category !== "adjustments" &&
      field.category !== "specialCategory" &&
      telling.test(words),
    refusal(
      "SC-1",
      place(field, "specialCategory"),
      "The answers to this are special category data. Say which, and on which condition.",
    ),
  );
}

export function fieldFindings(document: PolicyDocument, on: CivilDate | null): readonly LintFinding[] {
  return document.fields.flatMap((field) => [
    ...needFindings(field, document),
    ...conditionFindings(field),
    ...equalityFindings(field),
    ...publicInterestFindings(field, document, on),
    ...hiddenFindings(field),
    ...messagingFindings(field, document),
    ...explicitFindings(field),
    ...offenceFindings(field, document),
    ...safeguardingFindings(field, document),
  ]);
}
