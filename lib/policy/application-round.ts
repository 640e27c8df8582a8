// Joining by application: when a round is open, who may be told what about it, why an application is decided as it is, and
// what ends when it was not chosen. A person decides, with a reason; nothing here does (law.md LB-11, RT-1).
import type { PolicyDocument, Purpose } from "./document";
import type { ApplicationRound } from "./document-parts";
import { retentionItemsFor, type DueItem } from "./retention";
import type { CivilDate } from "./vocabulary";

/** Whether somebody may join on a day: at any time, in the round that is open, or not now but from `next` on. */
export type Joining =
  | { readonly kind: "anyTime" }
  | { readonly kind: "round"; readonly round: ApplicationRound }
  | { readonly kind: "closed"; readonly next: ApplicationRound | null };

/** How joining stands on a day (civil, Europe/London). The first and the last day of a round both count. */
export function joiningOn({ panel, membership }: PolicyDocument, day: CivilDate): Joining {
  if (panel.joining === "open") return { kind: "anyTime" };
  const rounds = (membership.rounds ?? []).toSorted((one, other) => one.opensOn.localeCompare(other.opensOn));
  const round = rounds.find(({ opensOn, closesOn }) => opensOn <= day && day <= closesOn);
  if (round !== undefined) return { kind: "round", round };
  return { kind: "closed", next: rounds.find(({ opensOn }) => day < opensOn) ?? null };
}

/** Whether a purpose is what an application is used for: what it holds ends with the applications that were not chosen. */
export function isAboutApplications({ retentionRules }: PolicyDocument, purpose: Purpose): boolean {
  const rule = retentionRules.find(({ key }) => key === purpose.retentionRuleKey);
  return rule?.trigger === "applicationClosingDate";
}

/** Why an application is accepted or not, as staff choose it; the applicant reads the sentence that belongs to it. */
export const decisionReasons = {
  accepted: ["experience", "viewpoint", "placesLeft"],
  unsuccessful: ["placesTaken", "notEligible", "alreadyHeard", "unclear"],
} as const;
export type Decided = keyof typeof decisionReasons;
export type DecisionReason = (typeof decisionReasons)[Decided][number];

/** Whether this reason belongs to this decision. */
export function isReasonFor(decided: Decided, reason: string): reason is DecisionReason {
  return (decisionReasons[decided] as readonly string[]).includes(reason);
}

/**
 * What ends, and when, for an application that was not chosen or was taken back: everything, at the latest with the
 * application itself, which is counted from the day applications closed; never from the decision (law.md RT-1). `before`:
 * the days that are set already; they stay. The record of choices has a clock of its own, which starts on `decidedOn`.
 */
export function itemsWithoutPlace(
  document: PolicyDocument,
  before: readonly DueItem[],
  closesOn: CivilDate,
  decidedOn: CivilDate,
): readonly DueItem[] {
  const own = retentionItemsFor(document, "applicationClosingDate", closesOn);
  const [first] = own.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
  const known = new Set([...before, ...own].map(({ ruleKey }) => ruleKey));
  // What a member would have kept until the end of the term has no such end here: it goes with the application.
  const otherwise = document.retentionRules.filter(
    ({ key, trigger }) => (trigger === "panelTermEnd" || trigger === "joined") && !known.has(key),
  );
  const withIt = first === undefined ? [] : otherwise.map(({ key }) => ({ ...first, ruleKey: key }));
  const evidence = retentionItemsFor(document, "consentEnded", decidedOn).filter(
    ({ ruleKey }) => !known.has(ruleKey),
  );
  return [...own, ...withIt, ...evidence];
}
