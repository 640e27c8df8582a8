// A consent counts from the moment it was given until its life ends or a "no" arrives, whichever is first
// (UK GDPR 7; law.md CN-2, CN-4, CN-6).
import { addPeriod, endOfDay, londonDate } from "./civil";
import { consentStanding, type ConsentState } from "./consent-standing";
import type { PolicyDocument } from "./document";
import type { ConsentFact } from "./gate/types";
import { representativeMay, type Representative } from "./representative";
import type { CaptureMethod, Channel, ConsentDecision } from "./vocabulary";

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

/** Where a question is asked. In the middle of rent or repairs it looks like a condition (law.md CN-5). */
export type Placement = "joining" | "ownPages" | "letter" | "call" | "rentOrRepairs" | "complaint";

/** What a person was offered, and how: a box that was ticked before they came, or one box for several things, is void. */
export type ConsentOffer = {
  readonly preTicked: boolean;
  readonly purposeKeys: readonly string[];
  readonly method: ConsentFact["method"];
  readonly wordingHash: string | null;
  /** The version of the words that were read out; needed when spoken (law.md CN-9). */
  readonly scriptVersion: string | null;
  /** Absent: on a page or paper of its own. */
  readonly placement?: Placement;
  /** Absent: the person decided themselves. Nobody decides for the people they live with (CN-8). */
  readonly onBehalf?: { readonly representative: Representative | null; readonly purposeKey: string };
};

export type ConsentFlaw = "preTicked" | "bundled" | "noWording" | "noScript" | "misplaced" | "noAuthority";

const misplaced: readonly Placement[] = ["rentOrRepairs", "complaint"];

/** Whether somebody else may give this yes at an instant: only within an authority that was shown. */
function hasAuthority({ onBehalf }: ConsentOffer, at: number): boolean {
  if (onBehalf === undefined) return true;
  return representativeMay(onBehalf.representative, onBehalf.purposeKey, at) === "yes";
}

/** What makes a consent worthless as evidence, asked about an instant (epoch ms); an empty list when nothing does. */
export function consentFlaws(offer: ConsentOffer, at: number): readonly ConsentFlaw[] {
  const spoken = offer.method === "phone" || offer.method === "inPerson";
  return [
    ...(offer.preTicked ? (["preTicked"] as const) : []),
    ...(offer.purposeKeys.length > 1 ? (["bundled"] as const) : []),
    ...(offer.wordingHash === null ? (["noWording"] as const) : []),
    ...(spoken && offer.scriptVersion === null ? (["noScript"] as const) : []),
    ...(offer.placement !== undefined && misplaced.includes(offer.placement) ? (["misplaced"] as const) : []),
    ...(hasAuthority(offer, at) ? [] : (["noAuthority"] as const)),
  ];
}

/**
 * Whether a decision may be recorded with a date. A "yes" of the future is refused: nobody can have given it yet. A "no"
 * of the future is kept, and counts at once.
 */
export function mayRecord(decision: ConsentDecision, effectiveAt: number, now: number): boolean {
  return decision === "given" ? effectiveAt <= now : !Number.isNaN(effectiveAt);
}

/** Whether an online way back exists where the yes was given online: never by phone alone (law.md CN-3). */
export function withdrawalIsAsEasy(givenBy: CaptureMethod, waysBack: readonly CaptureMethod[]): boolean {
  const online = givenBy === "web" || givenBy === "link";
  return online ? waysBack.includes("web") || waysBack.includes("link") : waysBack.includes(givenBy);
}

/**
 * Whether a "yes" that ends may be asked for again this way at an instant (epoch ms): by any way before it runs out;
 * afterwards only on the person's pages or by letter, for an e-mail that asks is marketing (law.md CN-4, PE-4).
 */
export function mayAskAgain(validUntil: number | null, channel: Channel, at: number): boolean {
  const lapsed = validUntil !== null && at >= validUntil;
  return !lapsed || channel === "post" || channel === "inApp";
}
