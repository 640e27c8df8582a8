// What a message says decides its kind, not its label: one promotional element makes the whole message direct
// marketing (UK GDPR 4(1)(15A); PECR reg 2(1); law.md PE-1 to PE-6). Words only raise a flag; a person decides.
import type { MessageKind } from "./vocabulary";

export type PromotionalElement =
  | "joinIn"
  | "prizeDraw"
  | "offer"
  | "donate"
  | "passOn"
  | "praise"
  | "marketingConsent"
  | "ownReward"
  | "campaign";

export type MessageKindFinding = {
  readonly element: PromotionalElement;
  /** The words that raised the flag. */
  readonly words: string;
  readonly citation: string;
};

const patterns: readonly (readonly [PromotionalElement, RegExp, string])[] = [
  [
    "joinIn",
    /\b(join|sign up (?:to|for)|become (?:a|part)|get involved|volunteer)\b[^.!?\n]{0,60}/iu,
    "law.md PE-1, PE-6",
  ],
  ["prizeDraw", /\b(prize draws?|win (?:a|an|one|£)|competitions?|raffle)\b[^.!?\n]{0,40}/iu, "law.md PE-1"],
  [
    "offer",
    /(\b\d{1,3} ?% off\b|\b(?:special|exclusive) offers?\b|\bdiscounts?\b|\bfree trial\b)[^.!?\n]{0,40}/iu,
    "law.md PE-1, PE-2",
  ],
  ["donate", /\b(donat(?:e|ion)s?|fundrais\w+|give today)\b[^.!?\n]{0,40}/iu, "law.md PE-1, PE-5"],
  [
    "passOn",
    /\b(tell|forward (?:this|it)? ?to|share (?:this|it) with) (?:your|a|any)? ?(neighbours?|friends?|family)\b[^.!?\n]{0,40}/iu,
    "law.md PE-11",
  ],
  ["praise", /\b(award[- ]winning|best in the|number one|leading provider)\b[^.!?\n]{0,40}/iu, "law.md PE-3"],
  ["marketingConsent", /\bwould you like to (?:hear|receive|get)\b[^.!?\n]{0,60}/iu, "law.md PE-4"],
  [
    "ownReward",
    /\b(rent credit|money off your rent|off (?:your )?(?:garage|service charge|rent))\b[^.!?\n]{0,40}/iu,
    "law.md PE-2",
  ],
  [
    "campaign",
    /\b(?:our|the|this|new|free) (?:\w+[- ]){0,3}campaign\b|\b(?:our aims|our values|what we stand for|support our)\b/iu,
    "law.md PE-1",
  ],
];

/** Elements of the kinds that a research invitation carries by its nature; asking to take part is its purpose. */
const ordinaryInResearch: readonly PromotionalElement[] = ["joinIn"];

/**
 * The promotional elements in a message that is meant to be of a kind; an empty list when the words raise no flag.
 * Direct marketing and rights replies raise none: the first may promote, the second is judged by what caused it.
 */
export function promotionalElements(kind: MessageKind, text: string): readonly MessageKindFinding[] {
  if (kind === "directMarketing" || kind === "rightsReply") return [];
  return patterns.flatMap(([element, pattern, citation]) => {
    if (kind === "research" && ordinaryInResearch.includes(element)) return [];
    const words = pattern.exec(text)?.[0].trim();
    return words === undefined ? [] : [{ element, words, citation }];
  });
}

/** The kind that words have whatever they are called: one promotional element makes all of them direct marketing. */
export function kindByWords(kind: MessageKind, text: string): MessageKind {
  return promotionalElements(kind, text).length > 0 ? "directMarketing" : kind;
}

/** Who confirmed what a template is, and why; a flag needs a second person who agrees that it is not promotion. */
export type TemplateReview = {
  readonly kind: MessageKind;
  readonly reviewedBy: string;
  readonly reason: string;
  readonly approvedBy: string | null;
};

export type TemplateAnswer = "usable" | "notReviewed" | "needsSecondPerson";

/** Whether a template may be used as the kind its reviewer gave it (law.md PE-6). */
export function templateAnswer(review: TemplateReview, text: string): TemplateAnswer {
  const { kind, reviewedBy, reason, approvedBy } = review;
  if (reviewedBy.trim() === "" || reason.trim() === "") return "notReviewed";
  if (promotionalElements(kind, text).length === 0) return "usable";
  return approvedBy !== null && approvedBy !== reviewedBy ? "usable" : "needsSecondPerson";
}

/** Whether words claim that answers are anonymous; false while a personal link or token tells who answered (TR-5). */
export function claimsAnonymity(text: string): boolean {
  return /\banonym(?:ous|ously|ity|ised)\b/iu.test(text) && !/\bnot anonym/iu.test(text);
}
