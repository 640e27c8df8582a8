// What a person's answer on a purpose and channel is now, and which decision a new answer makes. "Stop" is one intent
// with the record that the purpose's basis demands: a consent is withdrawn, anything else is objected to
// (UK GDPR 7(3), 21(1)-(3); PECR reg 22; law.md section 4, LB-4 to LB-6, section 12 row 1).
import { channelLaw } from "./channel-law";
import { consentScope, consentStanding, type ConsentStanding } from "./consent-standing";
import type { Purpose } from "./document";
import type { ConsentFact } from "./gate/types";
import { stopMeaning } from "./stop";
import type { Channel, ConsentDecision } from "./vocabulary";

/** `none`: never answered, and nothing happens without an answer. */
export type Answer = "yes" | "no" | "none";

export type ChoiceStanding = { readonly answer: Answer; readonly standing: ConsentStanding };

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

/** The answer in force for one purpose and channel at an instant (epoch ms). */
export function choiceStanding(
  purpose: Purpose,
  channel: Channel | null,
  facts: readonly ConsentFact[],
  at: number,
): ChoiceStanding {
  const scope = consentScope(purpose.messageKind ?? "service", channel ?? "post");
  const standing = consentStanding(facts, purpose.key, channel ?? "post", at, scope);
  if (standing.stop !== null) return { answer: "no", standing };
  if (standing.state === "given") return { answer: "yes", standing };
  return { answer: asksFirst(purpose, channel) ? "none" : "yes", standing };
}

/** The decision a new answer makes, or null when it says what already holds. */
export function decisionFor(
  purpose: Purpose,
  now: ChoiceStanding,
  answer: "yes" | "no",
): ConsentDecision | null {
  if (answer === now.answer) return null;
  if (answer === "yes") return "given";
  return now.answer === "none" && purpose.lawfulBasis === "consent"
    ? "refused"
    : stopMeaning(purpose).decision;
}
