// What its sender answers about the words of a mailing before it goes, and what the answers make of it. The content decides
// the kind, not its label (UK GDPR 4(1)(15A); PECR reg 2(1), 22(3); law.md 3.1, PE-1 to PE-9).
import { factsFor, type MemberFacts } from "./contact-permission";
import { byAddressKind } from "./channel-law";
import type { PolicyDocument, Purpose } from "./document";
import { decide } from "./gate/decide";
import { incentives, type Incentive, type ReviewedContent } from "./gate/message-facts";
import type { GateCode, GateRequest } from "./gate/types";
import type { Channel, MessageKind } from "./vocabulary";

/** Whether anything in it promotes something, from nothing to the most. To ask whether one may is to promote (PE-4). */
export const promotions = ["none", "recruits", "promotes", "sells"] as const;
export type Promotion = (typeof promotions)[number];

/** What marketing is about: only our own products or services like those of the sale, our own, or somebody else's too. */
export const marketedSubjects = ["ownSimilar", "own", "others"] as const;
export type MarketedSubject = (typeof marketedSubjects)[number];

/** Why people must hear a service message now. */
export const mailingOccasions = ["changed", "needed", "welcome"] as const;
export type MailingOccasion = (typeof mailingOccasions)[number];

/** The answers; null where the question is not asked about a mailing of this kind. */
export type ContentReview = {
  readonly promotion: Promotion | null;
  readonly incentive: Incentive | null;
  readonly about: MarketedSubject | null;
  readonly occasion: MailingOccasion | null;
};
export type ReviewQuestion = keyof ContentReview;

export const reviewAnswers = {
  promotion: promotions,
  incentive: incentives,
  about: marketedSubjects,
  occasion: mailingOccasions,
} as const satisfies Record<ReviewQuestion, readonly string[]>;

export const reviewQuestions = ["promotion", "incentive", "about", "occasion"] as const;

/** Nothing was asked, or nothing was answered yet. */
export const unanswered: ContentReview = { promotion: null, incentive: null, about: null, occasion: null };

/**
 * What is asked about a mailing of a kind: only what the law makes a difference of. Marketing may promote; what it is about
 * matters where it may go without a "yes" (PECR reg 22(3), 22(3A)).
 */
export function questionsAbout(
  kind: MessageKind,
  { softOptIn = "none" }: Pick<Purpose, "softOptIn">,
): readonly ReviewQuestion[] {
  switch (kind) {
    case "research":
      return ["promotion", "incentive"];
    case "service":
      return ["promotion", "occasion"];
    case "directMarketing":
      return softOptIn === "none" ? [] : ["about"];
    case "rightsReply":
      return [];
  }
}

/** Only the answers to what is asked: what somebody sends beside it says nothing. Null when one is missing. */
export function completeReview(
  questions: readonly ReviewQuestion[],
  review: ContentReview,
): ContentReview | null {
  if (questions.some((question) => review[question] === null)) return null;
  const asked = Object.fromEntries(questions.map((question) => [question, review[question]]));
  return { ...unanswered, ...asked };
}

/** The answers as the gate reads them; what nobody answered says nothing in the message's favour. */
export function reviewedContent(
  review: ContentReview,
): ReviewedContent & Pick<GateRequest, "promotesOthers"> {
  const { promotion, incentive, about, occasion } = review;
  return {
    ...(promotion === "recruits" ? { recruits: true } : {}),
    ...(promotion === "promotes" ? { promotional: true } : {}),
    ...(promotion === "sells" ? { sellsOrFundraises: true } : {}),
    ...(incentive === null || incentive === "none" ? {} : { incentive }),
    ...(about === "ownSimilar" ? { similarProducts: true } : {}),
    ...(about === "others" ? { promotesOthers: true } : {}),
    ...(occasion === "welcome" ? { unnecessary: true } : {}),
  };
}

/** Whether two reviews mean the same to the gate, so that whoever gets the mailing is the same. */
export function meansTheSame(one: ContentReview, other: ContentReview): boolean {
  const meaning = (review: ContentReview) => {
    const { incentive, ...content } = reviewedContent(review);
    return JSON.stringify({ ...content, ...(incentive === "thirdPartyVoucher" ? {} : { incentive }) });
  };
  return meaning(one) === meaning(other);
}

/** Somebody against whom nothing is known: whatever is refused to them is refused because of the message. */
const anybody: MemberFacts = {
  member: {
    ...{ state: "member", restricted: false, pausedUntil: null, joinedAt: null, noticeShown: true },
    approaches: [],
  },
  addresses: byAddressKind({ email: null, phone: null, home: null, account: null, socialNetwork: null }),
  consents: [],
  tpsScreenedOn: null,
};

/** One mailing: under which purpose, as which kind, by which way, and what was answered about its words. */
export type ReviewedMailing = {
  readonly kind: MessageKind;
  readonly purposeKey: string;
  readonly channel: Channel;
  readonly review: ContentReview;
};

/** What the gate is asked about a mailing, before anything about the person who gets it. */
export function mailingRequest({ kind, purposeKey, channel, review }: ReviewedMailing): GateRequest {
  return {
    ...{ kind, purposeKey, channel, contentReviewed: true },
    countsAsApproach: kind === "research" || kind === "directMarketing",
    ...reviewedContent(review),
  };
}

/** Why a mailing may go to nobody, because of what it says, at an instant (epoch ms); null when that is no reason. */
export function refusedToAll(
  document: PolicyDocument,
  mailing: ReviewedMailing,
  at: number,
): GateCode | null {
  const { purposeKey, channel } = mailing;
  const facts = factsFor(document, anybody, purposeKey, channel, at);
  const { code } = decide(mailingRequest(mailing), facts, at);
  return code.startsWith("message.") ? code : null;
}
