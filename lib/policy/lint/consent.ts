// A yes is one answer to one question, free, and as easy to take back as to give (UK GDPR 4(11), 7, 8, recitals 42-43;
// PECR reg 6; law.md CN-1, CN-3, CN-5, CN-7, CN-8, CK-2, 12 rows 6, 8, 11, 17).
import type { PolicyDocument, Purpose } from "../document";
import { duplicates, refusal, warning, when, type LintFinding } from "./finding";

const waysOfContact: readonly RegExp[] = [
  /\be-?mails?\b/iu,
  /\btexts?\b/iu,
  /\b(?:tele)?phone\b/iu,
  /\bpost\b/iu,
];
const silence = /\bunless you (?:say|tell|tick|untick)|\buntick\b|\bby joining,? you (?:agree|consent)\b/iu;

function questions(purpose: Purpose): readonly string[] {
  return [...Object.values(purpose.ask ?? {}), ...(purpose.askOnce === undefined ? [] : [purpose.askOnce])];
}

function missingQuestions(purpose: Purpose): readonly LintFinding[] {
  const path = `purposes.${purpose.key}`;
  const unasked = purpose.channels.filter((channel) => purpose.ask?.[channel] === undefined);
  const silent = purpose.channels.length === 0 && purpose.askOnce === undefined;
  const promised = purpose.promisedConsent ?? [];
  return [
    ...when(
      purpose.lawfulBasis === "consent" && (unasked.length > 0 || silent),
      refusal(
        "CN-1",
        `${path}.${silent ? "askOnce" : "ask"}`,
        "Consent needs the exact question, one for each channel.",
      ),
    ),
    ...when(
      promised.some((channel) => purpose.ask?.[channel] === undefined),
      refusal(
        "CN-1",
        `${path}.ask`,
        "The panel promises to ask first on a channel, and offers no question for it.",
      ),
    ),
    ...when(
      promised.some((channel) => !purpose.channels.includes(channel)),
      refusal(
        "CN-1",
        `${path}.promisedConsent`,
        "This promise is about a channel that the purpose does not use.",
      ),
    ),
  ];
}

function bundledQuestions(purpose: Purpose): readonly LintFinding[] {
  const path = `purposes.${purpose.key}.ask`;
  const several = questions(purpose).some(
    (words) => waysOfContact.filter((pattern) => pattern.test(words)).length > 1,
  );
  return [
    ...when(
      several || duplicates(Object.values(purpose.ask ?? {})).length > 0,
      refusal("CN-1", path, "One question, one answer: ask about each way of contact on its own."),
    ),
    ...when(
      questions(purpose).some((words) => silence.test(words)),
      refusal("CN-1", path, "Silence, or a box that is ticked beforehand, is no yes."),
    ),
  ];
}

function freedomFindings(purpose: Purpose, document: PolicyDocument): readonly LintFinding[] {
  if (purpose.lawfulBasis !== "consent" || purpose.freelyGiven !== undefined) return [];
  const path = `purposes.${purpose.key}.freelyGiven`;
  const sentence = "Write down why a no costs nothing: towards whoever houses you, a yes is easily not free.";
  return [
    document.organisation.publicAuthority ? refusal("CN-5", path, sentence) : warning("CN-5", path, sentence),
  ];
}

/** One question that serves two purposes is one tick for both. */
function sharedQuestions(document: PolicyDocument): readonly LintFinding[] {
  const shared = duplicates(document.purposes.flatMap((purpose) => [...new Set(questions(purpose))]));
  return document.purposes
    .filter((purpose) => questions(purpose).some((words) => shared.includes(words)))
    .map(({ key }) =>
      refusal(
        "CN-1",
        `purposes.${key}.ask`,
        "Another purpose asks in the very same words. One tick, one purpose.",
      ),
    );
}

function withdrawalFindings({ membership }: PolicyDocument): readonly LintFinding[] {
  const { routes } = membership;
  if (routes === undefined) return [];
  const lost = routes.joining.filter((route) => !routes.withdrawing.includes(route));
  return [
    ...when(
      lost.length > 0,
      refusal(
        "CN-3",
        "membership.routes.withdrawing",
        `Saying no must be as easy as saying yes: add ${lost.join(", ")}.`,
      ),
    ),
    ...when(
      routes.withdrawing.length === 0 || routes.withdrawing.every((route) => route === "phone"),
      refusal(
        "CN-3",
        "membership.routes.withdrawing",
        "A phone number alone is not enough to take a yes back.",
      ),
    ),
  ];
}

/** Only what a person chose may look at how they read e-mails (PECR reg 6). */
function trackingFindings(document: PolicyDocument): readonly LintFinding[] {
  return document.fields
    .filter(({ category, source }) => category === "observed" && source === "observed")
    .filter(({ purposes }) =>
      document.purposes.some(({ key, lawfulBasis }) => purposes.includes(key) && lawfulBasis !== "consent"),
    )
    .map(({ key }) =>
      refusal(
        "CK-2",
        `fields.${key}.purposes`,
        "What a device tells about a person needs their consent (PECR reg 6), whatever the lawful basis.",
      ),
    );
}

export function consentFindings(document: PolicyDocument): readonly LintFinding[] {
  return [
    ...document.purposes.flatMap((purpose) => [
      ...missingQuestions(purpose),
      ...bundledQuestions(purpose),
      ...freedomFindings(purpose, document),
    ]),
    ...sharedQuestions(document),
    ...withdrawalFindings(document),
    ...trackingFindings(document),
  ];
}
