// Each purpose has one basis that the controller may use, the record that goes with it, and an end
// (UK GDPR 5(1)(b), 5(1)(e), 6(1), 6(3); PECR reg 22; law.md LB-1 to LB-3, LB-8, LB-12, PE-8, PE-9).
import type { PolicyDocument, Purpose } from "../document";
import { lawfulBases } from "../vocabulary";
import { refusal, type LintFinding } from "./finding";

function place(purpose: Purpose, part: string): string {
  return `purposes.${purpose.key}.${part}`;
}

function basisFindings(purpose: Purpose, document: PolicyDocument): readonly LintFinding[] {
  const path = place(purpose, "lawfulBasis");
  if (!lawfulBases.includes(purpose.lawfulBasis)) {
    return [refusal("LB-1", path, "Each purpose needs exactly one lawful basis.")];
  }
  const interests =
    purpose.lawfulBasis === "legitimateInterests" || purpose.lawfulBasis === "recognisedLegitimateInterest";
  return [
    ...(interests && document.organisation.publicAuthority && purpose.withinPublicTask !== false
      ? [
          refusal(
            "LB-2",
            path,
            "A public authority cannot rest its tasks on legitimate interests (Article 6(1)). Use its public task or consent.",
          ),
        ]
      : []),
    ...(purpose.lawfulBasis === "recognisedLegitimateInterest" && purpose.messageKind !== null
      ? [
          refusal(
            "LB-8",
            path,
            "No recognised legitimate interest in Annex 1 covers inviting people or writing to them.",
          ),
        ]
      : []),
  ];
}

function sourceFindings(purpose: Purpose): readonly LintFinding[] {
  const needsSource = purpose.lawfulBasis === "publicTask" || purpose.lawfulBasis === "legalObligation";
  return needsSource && (purpose.legalSource ?? "").trim() === ""
    ? [
        refusal(
          "LB-3",
          place(purpose, "legalSource"),
          "Name the enactment that gives the task or the duty (Article 6(3)).",
        ),
      ]
    : [];
}

function assessmentFindings(purpose: Purpose, document: PolicyDocument): readonly LintFinding[] {
  if (purpose.lawfulBasis !== "legitimateInterests") return [];
  const assessed = document.accountability.some(({ kind, key }) => kind === "lia" && key === purpose.liaKey);
  return [
    ...(assessed
      ? []
      : [
          refusal(
            "AC-2",
            place(purpose, "liaKey"),
            "Legitimate interests need an assessment. Name one that is in accountability.",
          ),
        ]),
    ...(purpose.interest === undefined
      ? [refusal("TR-1", place(purpose, "interest"), "Say which interest is pursued (Article 13(1)(d)).")]
      : []),
  ];
}

function marketingFindings(purpose: Purpose, document: PolicyDocument): readonly LintFinding[] {
  if (purpose.messageKind !== "directMarketing") return [];
  const electronic = purpose.channels.filter((channel) => channel === "email" || channel === "sms");
  const mode = purpose.softOptIn ?? "none";
  const basisPath = place(purpose, "lawfulBasis");
  if (purpose.lawfulBasis === "consent") return [];
  if (purpose.lawfulBasis !== "legitimateInterests") {
    return [
      refusal(
        "PE-1",
        basisPath,
        "Direct marketing rests on consent or on legitimate interests, on nothing else.",
      ),
    ];
  }
  const unasked = electronic.filter((channel) => purpose.ask?.[channel] === undefined);
  return [
    ...(mode === "charity" && !document.organisation.charity
      ? [
          refusal(
            "PE-9",
            place(purpose, "softOptIn"),
            "Only a charity may use this soft opt-in (PECR reg 22(3A)).",
          ),
        ]
      : []),
    ...(mode === "none" && unasked.length > 0
      ? [
          refusal(
            "LB-12",
            place(purpose, "ask"),
            "Marketing by e-mail or text needs a yes, or a soft opt-in (PECR reg 22). Add the question for each of these channels.",
          ),
        ]
      : []),
  ];
}

function endFindings(purpose: Purpose, document: PolicyDocument): readonly LintFinding[] {
  return document.retentionRules.some(({ key }) => key === purpose.retentionRuleKey)
    ? []
    : [
        refusal(
          "RT-1",
          place(purpose, "retentionRuleKey"),
          "Say how long this is kept: name a retention rule of this document.",
        ),
      ];
}

function askFindings(purpose: Purpose): readonly LintFinding[] {
  if (purpose.lawfulBasis !== "consent") return [];
  const unasked = purpose.channels.filter((channel) => purpose.ask?.[channel] === undefined);
  const silent = purpose.channels.length === 0 && purpose.askOnce === undefined;
  return unasked.length > 0 || silent
    ? [
        refusal(
          "CN-1",
          place(purpose, silent ? "askOnce" : "ask"),
          "Consent needs the exact question, one for each channel.",
        ),
      ]
    : [];
}

function unknownRecipients(purpose: Purpose, document: PolicyDocument): readonly LintFinding[] {
  return purpose.recipients
    .filter((key) => !document.recipients.some((recipient) => recipient.key === key))
    .map((key) =>
      refusal("TR-1", place(purpose, "recipients"), `There is no recipient "${key}" in the register.`),
    );
}

export function purposeFindings(document: PolicyDocument): readonly LintFinding[] {
  return document.purposes.flatMap((purpose) => [
    ...basisFindings(purpose, document),
    ...sourceFindings(purpose),
    ...assessmentFindings(purpose, document),
    ...marketingFindings(purpose, document),
    ...endFindings(purpose, document),
    ...askFindings(purpose),
    ...unknownRecipients(purpose, document),
  ]);
}
