// Information about offences, alleged ones too, and safeguarding: each under a condition of its own, written down by those
// who must and asked on no form (UK GDPR 10; DPA 2018 ss.10(5), 11(2), Sch 1 paras 5, 18, 29; law.md SC-8, LB-8).
import type { Field, PolicyDocument } from "../document";
import { isSafeguarding } from "../guarded";
import { refusal, when, type LintFinding } from "./finding";

/** Words of a question whose answers are about offences, whatever the field is called. */
const telling = /\bcriminal|\bconvict(?:ed|ions?)\b|\boffen[cd]|\barrest|\bprison|\bprobation\b/iu;

function writesToPeople(field: Field, document: PolicyDocument): boolean {
  return document.purposes.some(
    ({ key, messageKind }) => messageKind !== null && field.purposes.includes(key),
  );
}

/** What is told to protect somebody is no answer to a question, chooses nobody, and is not for those who organise. */
function keptApart(field: Field, document: PolicyDocument, rule: string): readonly LintFinding[] {
  const place = (part: string) => `fields.${field.key}.${part}`;
  return [
    ...when(
      field.input !== undefined || field.required,
      refusal(rule, place("input"), "No panel has to ask its members for this. Leave it off the join form."),
    ),
    ...when(
      field.readableBy.includes("engagement"),
      refusal(rule, place("readableBy"), "Those who choose and invite people must not read this."),
    ),
    ...when(
      writesToPeople(field, document),
      refusal(rule, place("purposes"), "This must not serve a purpose that writes to people."),
    ),
  ];
}

function conditionFindings(field: Field, { organisation }: PolicyDocument): readonly LintFinding[] {
  const place = `fields.${field.key}.art10Condition`;
  return [
    ...when(
      field.art10Condition === undefined,
      refusal(
        "SC-8",
        place,
        "Information about offences needs official authority or a condition of Schedule 1 (Article 10; DPA 2018 s.10(5)).",
      ),
    ),
    ...when(
      field.art10Condition === "officialAuthority" && !organisation.publicAuthority,
      refusal("SC-8", place, "Only a public body acts with official authority (Article 10(1))."),
    ),
    ...when(
      field.art10Condition === "consentPara29" && field.explicitConsent === undefined,
      refusal(
        "SC-8",
        `fields.${field.key}.explicitConsent`,
        "Consent under paragraph 29 needs the exact statement that a person affirms.",
      ),
    ),
  ];
}

/** Information about offences: named as such, under a condition, and kept apart (law.md SC-8). */
export function offenceFindings(field: Field, document: PolicyDocument): readonly LintFinding[] {
  if (field.category === "criminalOffence") {
    return [...conditionFindings(field, document), ...keptApart(field, document, "SC-8")];
  }
  return [
    ...when(
      telling.test(`${field.key}\n${field.label}`),
      refusal(
        "SC-8",
        `fields.${field.key}.category`,
        "This is about offences. Say so, and under which condition it is held (Article 10).",
      ),
    ),
    ...when(
      field.art10Condition !== undefined,
      refusal(
        "SC-8",
        `fields.${field.key}.art10Condition`,
        "This condition is for information about offences.",
      ),
    ),
  ];
}

/** Safeguarding does without consent, so it says why, and rests on nobody's answer (DPA 2018 Sch 1 para 18). */
export function safeguardingFindings(field: Field, document: PolicyDocument): readonly LintFinding[] {
  if (!isSafeguarding(field)) {
    return when(
      field.withoutConsent !== undefined,
      refusal(
        "Sch 1 para 18",
        `fields.${field.key}.withoutConsent`,
        "Only safeguarding does without consent for this reason.",
      ),
    );
  }
  return [
    ...when(
      field.withoutConsent === undefined,
      refusal(
        "Sch 1 para 18",
        `fields.${field.key}.withoutConsent`,
        "Say why this is done without consent: it cannot be given, cannot be expected, or asking would do harm.",
      ),
    ),
    ...when(
      field.category === "adjustments",
      refusal(
        "SC-7",
        `fields.${field.key}.art9Condition`,
        "Adjustments are what a person asks for. Safeguarding is no ground for them.",
      ),
    ),
    ...(field.category === "criminalOffence" ? [] : keptApart(field, document, "Sch 1 para 18")),
  ];
}
