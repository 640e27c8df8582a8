// What contradicts itself is not published: a question on a way of contact that is not used, a limit over no time, an entry
// that stands twice (UK GDPR 5(1)(a), 7(1); law.md CN-1, CN-4).
import { addPeriod } from "../civil";
import type { PolicyDocument, Purpose } from "../document";
import type { Channel } from "../vocabulary";
import { duplicates, refusal, when, type LintFinding } from "./finding";

/** Any day will do to see whether a period is one. */
const someDay = "2026-01-01";

function isNoTime(period: string): boolean {
  return addPeriod(someDay, period) === someDay;
}

function unaskedFindings({ key, channels, ask }: Purpose): readonly LintFinding[] {
  const asked = Object.keys(ask ?? {}) as Channel[];
  return asked
    .filter((channel) => !channels.includes(channel))
    .map((channel) =>
      refusal(
        "CN-1",
        `purposes.${key}.ask.${channel}`,
        "This question is about a way of contact that the purpose does not use, so nobody is ever asked it.",
      ),
    );
}

function twiceFindings(path: string, words: readonly string[]): readonly LintFinding[] {
  return duplicates(words).map((one) => refusal("keys", path, `"${one}" is here twice. Keep one.`));
}

export function contradictionFindings(document: PolicyDocument): readonly LintFinding[] {
  const { areas, tenures, interests, promises, purposes, consentLife, contactBudget } = document;
  return [
    ...when(
      isNoTime(consentLife),
      refusal("CN-4", "consentLife", "A yes that counts for no time is none. Say how long it counts."),
    ),
    ...when(
      isNoTime(contactBudget.window),
      refusal("budget", "contactBudget.window", "A limit over no time limits nothing. Say over how long."),
    ),
    ...twiceFindings("areas", areas),
    ...twiceFindings("tenures", tenures),
    ...twiceFindings("interests", interests),
    ...twiceFindings("promises", promises),
    ...purposes.flatMap((purpose) => [
      ...unaskedFindings(purpose),
      ...twiceFindings(`purposes.${purpose.key}.channels`, purpose.channels),
    ]),
  ];
}
