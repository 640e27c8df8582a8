// Whoever gets data is under agreement and under a safeguard; whatever is kept has an end; keys and slots are used
// once (UK GDPR 13(2)(a), 28(3), 44A-49A; law.md AC-4, AC-5, RT-1).
import { addPeriod, isCivilDate, isPeriod } from "../civil";
import type { PolicyDocument, Recipient, RetentionRule } from "../document";
import { refusal, warning, type LintFinding } from "./finding";

const unitedKingdom = /^(the )?(united kingdom|uk|england|scotland|wales|northern ireland|great britain)\b/iu;
/** Any day will do to compare two periods. */
const someDay = "2026-01-01";

/** Whether a recipient holds data only in the United Kingdom. "UK and United States" does not. */
export function isInUnitedKingdom(where: string): boolean {
  return unitedKingdom.test(where.trim()) && !/(,|\band\b|\bor\b|\/|&|;|\+)/iu.test(where);
}

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

function recipientFindings(recipient: Recipient, document: PolicyDocument): readonly LintFinding[] {
  const path = `recipients.${recipient.key}`;
  const processor = recipient.role === "processor";
  return [
    ...(processor && !isCivilDate(recipient.agreementOn ?? "")
      ? [
          refusal(
            "AC-4",
            `${path}.agreementOn`,
            "A processor gets nothing before its agreement is signed. Give the day (Article 28(3)).",
          ),
        ]
      : []),
    ...(recipient.transfer === undefined && !isInUnitedKingdom(recipient.where)
      ? [
          refusal(
            "AC-5",
            `${path}.transfer`,
            "Outside the UK a transfer needs a safeguard: adequacy regulations, data bridge, IDTA or UK Addendum.",
          ),
        ]
      : []),
    ...(processor && keepsTooLong(recipient, document)
      ? [
          warning(
            "RT-1",
            `${path}.ownRetention`,
            "This processor keeps data longer than this notice promises. Agree a shorter time (Article 28(3)(g)).",
          ),
        ]
      : []),
  ];
}

function retentionFindings(rule: RetentionRule): readonly LintFinding[] {
  return isPeriod(rule.period)
    ? []
    : [
        refusal(
          "RT-1",
          `retentionRules.${rule.key}.period`,
          'Say for how long, as a period such as P6M. "Indefinitely" is no answer (Article 13(2)(a)).',
        ),
      ];
}

function duplicates<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))];
}

function duplicateKeys(path: string, keys: readonly string[]): readonly LintFinding[] {
  return duplicates(keys).map((key) => refusal("keys", `${path}.${key}`, `The key "${key}" is used twice.`));
}

function duplicateSlots(document: PolicyDocument): readonly LintFinding[] {
  return duplicates(document.purposes.map(({ slot }) => slot)).map((slot) =>
    refusal("slots", "purposes", `Two purposes have the slot ${slot}. Every purpose keeps its own for ever.`),
  );
}

export function registerFindings(document: PolicyDocument): readonly LintFinding[] {
  const keysOf = (items: readonly { readonly key: string }[]) => items.map(({ key }) => key);
  return [
    ...document.recipients.flatMap((recipient) => recipientFindings(recipient, document)),
    ...document.retentionRules.flatMap(retentionFindings),
    ...duplicateKeys("purposes", keysOf(document.purposes)),
    ...duplicateKeys("fields", keysOf(document.fields)),
    ...duplicateKeys("retentionRules", keysOf(document.retentionRules)),
    ...duplicateKeys("recipients", keysOf(document.recipients)),
    ...duplicateKeys("accountability", keysOf(document.accountability)),
    ...duplicateSlots(document),
  ];
}
