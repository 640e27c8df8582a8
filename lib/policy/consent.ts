// A consent counts from the moment it was given until its life ends or a "no" arrives, whichever is first
// (UK GDPR 7; law.md CN-2, CN-4, CN-6).
import { addPeriod, endOfDay, londonDate } from "./civil";
import { consentStanding, type ConsentState } from "./consent-standing";
import type { PolicyDocument } from "./document";
import type { ConsentFact } from "./gate/types";
import type { Channel } from "./vocabulary";

/**
 * Where a person stands on one purpose and channel at an instant (epoch ms), for showing to them and to staff. A "yes"
 * for every channel counts here; the gate is stricter for direct marketing.
 */
export function consentState(
  records: readonly ConsentFact[],
  purposeKey: string,
  channel: Channel,
  at: number,
): ConsentState {
  return consentStanding(records, purposeKey, channel, at, "thisOrEveryChannel").state;
}

/**
 * The first instant (epoch ms) at which a consent given at an instant no longer counts: it is good through the whole
 * last day of its life. Given on 30 November 2024 for P24M, it counts on 30 November 2026 and not on 1 December.
 * Null when the policy's consent life is no period.
 */
export function consentValidUntil(
  document: Pick<PolicyDocument, "consentLife">,
  givenAt: number,
): number | null {
  const day = londonDate(givenAt);
  const lastDay = day === null ? null : addPeriod(day, document.consentLife);
  return lastDay === null ? null : endOfDay(lastDay);
}

/** What a person was offered, and how: a box that was ticked before they came, or one box for several things, is void. */
export type ConsentOffer = {
  readonly preTicked: boolean;
  readonly purposeKeys: readonly string[];
  readonly method: ConsentFact["method"];
  readonly wordingHash: string | null;
  /** The version of the words that were read out; needed when spoken (law.md CN-9). */
  readonly scriptVersion: string | null;
};

export type ConsentFlaw = "preTicked" | "bundled" | "noWording" | "noScript";

/** What makes a consent worthless as evidence; an empty list when nothing does. */
export function consentFlaws(offer: ConsentOffer): readonly ConsentFlaw[] {
  const spoken = offer.method === "phone" || offer.method === "inPerson";
  return [
    ...(offer.preTicked ? (["preTicked"] as const) : []),
    ...(offer.purposeKeys.length > 1 ? (["bundled"] as const) : []),
    ...(offer.wordingHash === null ? (["noWording"] as const) : []),
    ...(spoken && offer.scriptVersion === null ? (["noScript"] as const) : []),
  ];
}
