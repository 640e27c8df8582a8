// What somebody is asked while joining, and what they are only told: every purpose once, each channel apart, nothing
// decided beforehand (UK GDPR 4(11), 7, 13, 21(4), recital 43; PECR reg 22; law.md CN-1, LB-7, SC-3).
import { asksFirst, noReachesTheRest, reachableBy, type Answer } from "./choice";
import type { Field, PolicyDocument, Purpose } from "./document";
import type { Channel, ConsentDecision } from "./vocabulary";

/** `question`: nothing happens without a yes. `objection`: happens unless the box is ticked. */
export type OfferedChoice = {
  readonly purposeKey: string;
  /** Null where the choice is not about a channel. */
  readonly channel: Channel | null;
  readonly way: "question" | "objection";
  /** The policy's exact question; null for an objection. */
  readonly ask: string | null;
};

export type OfferedPurpose = { readonly purpose: Purpose; readonly choices: readonly OfferedChoice[] };

/** The ways the person can be reached, from the details they gave; `texts`: the number takes text messages. */
export type Reach = { readonly phone: boolean; readonly texts: boolean; readonly address: boolean };

function reached(channel: Channel, { phone, texts, address }: Reach): boolean {
  const has = { email: true, account: true, phone, home: address, socialNetwork: false };
  return reachableBy(has, texts)(channel);
}

function channelChoice(purpose: Purpose, channel: Channel): OfferedChoice | null {
  const ask = purpose.ask?.[channel] ?? null;
  if (asksFirst(purpose, channel)) {
    return ask === null ? null : { purposeKey: purpose.key, channel, way: "question", ask };
  }
  // Service messages are what the person joined for. Those the policy has a question for can be refused here.
  if (purpose.messageKind === "service" && ask === null) return null;
  return { purposeKey: purpose.key, channel, way: "objection", ask: null };
}

/** A purpose whose yes is given beside the sensitive question it is about. */
function askedAtField(document: PolicyDocument, purpose: Purpose): boolean {
  return document.fields.some(
    ({ explicitConsent, input, purposes }) =>
      explicitConsent !== undefined && input !== undefined && purposes.includes(purpose.key),
  );
}

function wholeChoice(document: PolicyDocument, purpose: Purpose): OfferedChoice | null {
  const whole = { purposeKey: purpose.key, channel: null };
  if (purpose.lawfulBasis === "legitimateInterests") return { ...whole, way: "objection", ask: null };
  // A yes to pictures before there is a picture would not be specific: it is asked for each use.
  const askedLater = purpose.dataCategories.includes("image") || askedAtField(document, purpose);
  if (purpose.askOnce === undefined || askedLater) return null;
  return { ...whole, way: "question", ask: purpose.askOnce };
}

/** Every purpose of the policy with what is to be chosen about it. No choices: the person is only told. */
export function offeredPurposes(document: PolicyDocument, reach: Reach): readonly OfferedPurpose[] {
  return document.purposes.map((purpose) => {
    const choices =
      purpose.messageKind === null
        ? [wholeChoice(document, purpose)]
        : purpose.channels
            .filter((channel) => reached(channel, reach))
            .map((channel) => channelChoice(purpose, channel));
    return { purpose, choices: choices.filter((choice) => choice !== null) };
  });
}

/**
 * The decision an answer makes, or null where leaving a box empty changes nothing. Nothing has begun yet, so a "no" here
 * is a refusal whatever the lawful basis: nobody withdraws what they never gave (PECR reg 22(3)(c), (3A): the way to
 * refuse that is offered when details are taken).
 */
export function firstDecision(choice: OfferedChoice, answer: "yes" | "no"): ConsentDecision | null {
  if (answer === "no") return "refused";
  return choice.way === "question" ? "given" : null;
}

type FirstAnswer = {
  readonly purposeKey: string;
  readonly channel: Channel | null;
  readonly answer: "yes" | "no";
  readonly wording: string;
};

/**
 * Refusals of whole purposes that follow from a "no" to every way that was asked about, in the words that were shown.
 * Without them a letter could start the day somebody adds an address (`noReachesTheRest`).
 */
export function refusedAltogether(
  document: PolicyDocument,
  answers: readonly FirstAnswer[],
): readonly { purposeKey: string; channel: null; decision: "refused"; wording: string }[] {
  return document.purposes.flatMap((purpose) => {
    const given = answers.filter(({ purposeKey }) => purposeKey === purpose.key);
    const standing = new Map(given.map(({ channel, answer }): [Channel | null, Answer] => [channel, answer]));
    if (!noReachesTheRest(purpose, standing)) return [];
    const wording = given.map((each) => each.wording).join("\n");
    return [{ purposeKey: purpose.key, channel: null, decision: "refused" as const, wording }];
  });
}

/** Questions about the person that nobody has to answer: plain ones first, sensitive ones on a page of their own. */
export function optionalFields(document: PolicyDocument): {
  readonly plain: readonly Field[];
  readonly sensitive: readonly Field[];
} {
  const own = new Set(["area", "tenure", "interests"]);
  const asked = document.fields.filter(
    ({ source, category, key, input }) =>
      source === "resident" && category !== "adjustments" && (input !== undefined || own.has(key)),
  );
  return {
    plain: asked.filter(({ art9Condition }) => art9Condition === undefined),
    sensitive: asked.filter(({ art9Condition }) => art9Condition !== undefined),
  };
}
