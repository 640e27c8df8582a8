// Whoever gets data is under agreement; whatever is kept has an end that can come; keys and slots are used once
// (UK GDPR 5(1)(e), 13(2)(a), 28(3); law.md AC-4, RT-1, RT-5, 12 rows 3, 13, 18).
import { addPeriod, isCivilDate, isPeriod } from "../civil";
import type { PolicyDocument, Recipient, RetentionRule } from "../document";
import { duplicates, refusal, warning, when, type LintFinding } from "./finding";

/** Any day will do to compare two periods. */
const someDay = "2026-01-01";
const endless = /\bindefinite(?:ly)?\b|\bpermanent(?:ly)?\b|\bfor ?ever\b|\bwithout (?:end|limit)\b/iu;

function longest(rules: readonly RetentionRule[]): string | null {
  const ends = rules.map(({ period }) => addPeriod(someDay, period)).filter((end) => end !== null);
  return ends.toSorted().at(-1) ?? null;
}

function keepsTooLong(recipient: Recipient, document: PolicyDocument): boolean {
  const own = recipient.ownRetention === undefined ? null : addPeriod(someDay, recipient.ownRetention);
  const keys = document.purposes
    .filter(({ recipients }) => recipients.includes(recipient.key))
    .map(({ retentionRuleKey }) => retentionRuleKey);
  const ours = longest(document.retentionRules.filter(({ key }) => keys.includes(key)));
  return own !== null && ours !== null && own > ours;
}

function keepingFindings(recipient: Recipient, document: PolicyDocument): readonly LintFinding[] {
  if (recipient.role !== "processor" || !keepsTooLong(recipient, document)) return [];
  const path = `recipients.${recipient.key}.ownRetention`;
  const sentence =
    "This processor keeps data longer than this notice promises. Agree a shorter time (Article 28(3)(g))";
  return [
    recipient.retentionPlan === undefined
      ? refusal("RT-1", path, `${sentence}, or write down what is being done about it.`)
      : warning("RT-1", path, `${sentence}: ${recipient.retentionPlan.plan}`),
  ];
}

function recipientFindings(recipient: Recipient, document: PolicyDocument): readonly LintFinding[] {
  const path = `recipients.${recipient.key}`;
  return [
    ...when(
      recipient.role === "processor" && !isCivilDate(recipient.agreementOn ?? ""),
      refusal(
        "AC-4",
        `${path}.agreementOn`,
        "A processor gets nothing before its agreement is signed. Give the day (Article 28(3)).",
      ),
    ),
    ...when(
      !document.purposes.some(({ recipients }) => recipients.includes(recipient.key)),
      warning("TR-1", path, "No purpose sends anything to this recipient, and yet the notice names it."),
    ),
    ...keepingFindings(recipient, document),
  ];
}

function triggerFindings(rule: RetentionRule, { membership, panel }: PolicyDocument): readonly LintFinding[] {
  const path = `retentionRules.${rule.key}.trigger`;
  return [
    ...when(
      rule.trigger === "panelTermEnd" && membership.term === undefined,
      refusal("RT-1", path, "This panel has no term, so its end never comes. Name a trigger that happens."),
    ),
    ...when(
      rule.trigger === "applicationClosingDate" && panel.joining === "open",
      refusal(
        "RT-1",
        path,
        "This panel has no rounds, so applications never close. Name a trigger that happens.",
      ),
    ),
  ];
}

function retentionFindings(rule: RetentionRule, document: PolicyDocument): readonly LintFinding[] {
  return [
    ...when(
      !isPeriod(rule.period),
      refusal(
        "RT-1",
        `retentionRules.${rule.key}.period`,
        'Say for how long, as a period such as P6M. "Indefinitely" is no answer (Article 13(2)(a)).',
      ),
    ),
    ...when(
      endless.test(rule.sourceText),
      refusal(
        "RT-1",
        `retentionRules.${rule.key}.sourceText`,
        "The notice must not say that something is kept without end (Article 13(2)(a)).",
      ),
    ),
    ...triggerFindings(rule, document),
  ];
}

function duplicateKeys(path: string, items: readonly { readonly key: string }[]): readonly LintFinding[] {
  return duplicates(items.map(({ key }) => key)).map((key) =>
    refusal("keys", `${path}.${key}`, `The key "${key}" is used twice.`),
  );
}

function duplicateSlots(document: PolicyDocument): readonly LintFinding[] {
  return duplicates(document.purposes.map(({ slot }) => slot)).map((slot) =>
    refusal("slots", "purposes", `Two purposes have the slot ${slot}. Every purpose keeps its own for ever.`),
  );
}

export function registerFindings(document: PolicyDocument): readonly LintFinding[] {
  return [
    ...document.recipients.flatMap((recipient) => recipientFindings(recipient, document)),
    ...document.retentionRules.flatMap((rule) => retentionFindings(rule, document)),
    ...when(
      !document.retentionRules.some(({ trigger }) => trigger === "consentEnded"),
      warning("RT-5", "retentionRules", "Say for how long the proof of a yes or no is kept after it ends."),
    ),
    ...duplicateKeys("purposes", document.purposes),
    ...duplicateKeys("fields", document.fields),
    ...duplicateKeys("retentionRules", document.retentionRules),
    ...duplicateKeys("recipients", document.recipients),
    ...duplicateKeys("accountability", document.accountability),
    ...duplicateKeys("membership.rounds", document.membership.rounds ?? []),
    ...duplicateSlots(document),
  ];
}
