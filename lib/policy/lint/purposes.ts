// What a purpose points to exists: its end, and everyone who gets the data (UK GDPR 5(1)(e), 13(1)(e); law.md RT-1, TR-1).
import type { PolicyDocument, Purpose } from "../document";
import { refusal, when, type LintFinding } from "./finding";

function endFindings(purpose: Purpose, document: PolicyDocument): readonly LintFinding[] {
  return when(
    !document.retentionRules.some(({ key }) => key === purpose.retentionRuleKey),
    refusal(
      "RT-1",
      `purposes.${purpose.key}.retentionRuleKey`,
      "Say how long this is kept: name a retention rule of this document.",
    ),
  );
}

function unknownRecipients(purpose: Purpose, document: PolicyDocument): readonly LintFinding[] {
  return purpose.recipients
    .filter((key) => !document.recipients.some((recipient) => recipient.key === key))
    .map((key) =>
      refusal(
        "TR-1",
        `purposes.${purpose.key}.recipients`,
        `There is no recipient "${key}" in the register.`,
      ),
    );
}

export function purposeFindings(document: PolicyDocument): readonly LintFinding[] {
  return document.purposes.flatMap((purpose) => [
    ...endFindings(purpose, document),
    ...unknownRecipients(purpose, document),
  ]);
}
