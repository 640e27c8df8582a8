// What a person's answer on a purpose and channel is now, and which decision a new answer makes. "Stop" is one intent
// with the record that the purpose's basis demands: a consent is withdrawn, anything else is objected to
// (UK GDPR 7(3), 21(1)-(3); PECR reg 22; law.md section 4, LB-4 to LB-6, section 12 row 1).
import { channelLaw, type AddressKind } from "./channel-law";
import { consentScope, consentStanding, type ConsentStanding } from "./consent-standing";
import type { Purpose } from "./document";
import { isOutlived, reaches } from "./gate/own-stop";
import type { ConsentFact, SuppressionFact } from "./gate/types";
import { stopMeaning } from "./stop";
import type { Channel, ConsentDecision } from "./vocabulary";

/** `none`: never answered, and nothing happens without an answer. */
export type Answer = "yes" | "no" | "none";

export type ChoiceStanding = {
  readonly answer: Answer;
  readonly standing: ConsentStanding;
  /** Since when a stop of their own for everything, or for all promotion, makes the answer a "no" (epoch ms); else null. */
  readonly stoppedAt: number | null;
};

/** Whether the person can end this purpose: a consent or an objection can, a duty or an agreement cannot. */
export function mayStop(purpose: Purpose): boolean {
  return !stopMeaning(purpose).keepsRunning;
}

/** Whether this needs the person's own "yes" first. A purpose that sends nothing has no channel (null). */
export function asksFirst(purpose: Purpose, channel: Channel | null): boolean {
  if (purpose.lawfulBasis === "consent") return true;
  if (channel === null) return false;
  if (purpose.promisedConsent?.includes(channel) === true) return true;
  if (purpose.messageKind !== "directMarketing") return channelLaw[channel].class === "automatedCall";
  switch (channelLaw[channel].class) {
    case "electronicMail":
      return (purpose.softOptIn ?? "none") === "none";
    case "liveCall":
    case "automatedCall":
      return true;
    case "none":
      return false;
  }
}

/** What a purpose is decided about: each of its channels, or the purpose as a whole when it sends nothing. */
export function choicesOf(purpose: Purpose): readonly (Channel | null)[] {
  return purpose.channels.length === 0 ? [null] : purpose.channels;
}

/** When the person's own broad stop began that still binds this; null when none does. */
function ownStopOf(
  { key: purposeKey, messageKind: kind }: Purpose,
  channel: Channel | null,
  facts: readonly ConsentFact[],
  stops: readonly SuppressionFact[],
): number | null {
  if (channel === null || kind === null || stops.length === 0) return null;
  const message = { kind, purposeKey, channel };
  const binding = stops.filter(
    (stop) =>
      stop.own === true &&
      stop.purposeKey === null &&
      reaches(stop, message) &&
      !isOutlived(stop, message, facts),
  );
  return binding.length === 0 ? null : Math.max(...binding.map(({ recordedAt }) => recordedAt));
}

/**
 * The answer in force for one purpose and channel at an instant (epoch ms). `stops`: what is suppressed for the person, so
 * that a yes from before their own stop for everything is none any more, and saying it again is new.
 */
export function choiceStanding(
  purpose: Purpose,
  channel: Channel | null,
  facts: readonly ConsentFact[],
  at: number,
  stops: readonly SuppressionFact[] = [],
): ChoiceStanding {
  const stoppedAt = ownStopOf(purpose, channel, facts, stops);
  const scope = consentScope(purpose.messageKind ?? "service", channel ?? "post");
  const standing = consentStanding(facts, purpose.key, channel ?? "post", at, scope);
  if (standing.stop !== null || stoppedAt !== null) return { answer: "no", standing, stoppedAt };
  if (standing.state === "given") return { answer: "yes", standing, stoppedAt };
  return { answer: asksFirst(purpose, channel) ? "none" : "yes", standing, stoppedAt };
}

/** The decision a new answer makes, or null when it says what already holds. */
export function decisionFor(
  purpose: Purpose,
  now: ChoiceStanding,
  answer: "yes" | "no",
): ConsentDecision | null {
  if (answer === now.answer) return null;
  if (answer === "yes") return "given";
  return now.answer === "none" ? "refused" : stopMeaning(purpose).decision;
}

/** Whether a person can be reached on a channel at all, from what is known about their addresses. */
export type Reachable = (channel: Channel) => boolean;

/** Reachable where there is an address of the kind the channel uses; a text needs a number that takes texts. */
export function reachableBy(has: Readonly<Record<AddressKind, boolean>>, takesTexts: boolean): Reachable {
  return (channel) => has[channelLaw[channel].address] && (channel !== "sms" || takesTexts);
}

/**
 * The channels of a purpose that concern a person: those they can be reached on, and those they ever decided about. What
 * is not offered to anybody is no choice of theirs.
 */
export function concernedChannels(
  purpose: Purpose,
  facts: readonly ConsentFact[],
  reachable: Reachable,
): readonly (Channel | null)[] {
  const decided = new Set(
    facts.filter(({ purposeKey }) => purposeKey === purpose.key).map(({ channel }) => channel),
  );
  return choicesOf(purpose).filter(
    (channel) => channel === null || reachable(channel) || decided.has(channel),
  );
}

/**
 * Whether a "no" to every way that a person was asked about ends the ways they were not asked about too: whoever says no
 * to all they can see does not mean yes to the rest (UK GDPR 21(2), 21(3), 25(2); law.md LB-6, the protective reading).
 * `answers`: how each way that concerns the person stands after what they said.
 */
export function noReachesTheRest(purpose: Purpose, answers: ReadonlyMap<Channel | null, Answer>): boolean {
  if (answers.size === 0 || ![...answers.values()].every((answer) => answer === "no")) return false;
  return choicesOf(purpose).some((channel) => !answers.has(channel) && !asksFirst(purpose, channel));
}

/**
 * The first instant (epoch ms) at which a "yes" in force no longer counts; null when it never ends or there is none. An
 * older yes that runs out sooner changes nothing (law.md CN-4).
 */
export function yesEnds(
  purpose: Purpose,
  channel: Channel | null,
  facts: readonly ConsentFact[],
  at: number,
): number | null {
  const { state, since } = choiceStanding(purpose, channel, facts, at).standing;
  if (state !== "given") return null;
  const newest = facts.filter((fact) => {
    const about = fact.purposeKey === purpose.key && (fact.channel === channel || fact.channel === null);
    return about && fact.decision === "given" && Math.min(fact.effectiveAt, fact.recordedAt) === since;
  });
  const ends = newest.map(({ validUntil }) => validUntil ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...ends);
  return Number.isFinite(last) ? last : null;
}
