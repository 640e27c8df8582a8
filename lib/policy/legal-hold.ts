// What keeps somebody's details past their day. It suspends deletion and nothing else: what is kept is not used for that
// (UK GDPR 17(3)(e), 18(1)(b) and (c); law.md RT-2, RR-8, RR-10). Not the hold that stops sending (lib/ledger/hold.ts).
import { addPeriod } from "./civil";
import type { CivilDate } from "./vocabulary";

/** What suspends deletion, the strongest first: as the database says it of a member (`deletion_suspended_by`), and in code. */
export const suspensions = {
  legal_hold: "legalHold",
  open_request: "openRequest",
  open_complaint: "openComplaint",
  restriction: "restriction",
} as const;
export type StoredSuspension = keyof typeof suspensions;
export type Suspension = (typeof suspensions)[StoredSuspension];

export function suspensionOf(stored: StoredSuspension | null): Suspension | null {
  return stored === null ? null : suspensions[stored];
}

/**
 * What a person may place a legal hold for: a claim that is made or to be expected, and a complaint that others look into,
 * such as an ombudsman. Our own open requests and complaints and a restriction suspend deletion by themselves.
 */
export const legalHoldGrounds = ["legalClaim", "openComplaint"] as const;
export type LegalHoldGround = (typeof legalHoldGrounds)[number];

/** No law says how often; half a year is how long details may be kept by a hold that nobody needs any more (5(1)(e)). */
export const reviewWithin = "P6M";

/** What is wrong with a day of review, or null: it comes after today, and within half a year. */
export function reviewDayFault(reviewOn: CivilDate, today: CivilDate): "early" | "late" | null {
  if (reviewOn <= today) return "early";
  const last = addPeriod(today, reviewWithin);
  return last !== null && reviewOn > last ? "late" : null;
}

/** The day of review is over and nobody looked; the hold holds all the same. */
export function isReviewOverdue(reviewOn: CivilDate, today: CivilDate): boolean {
  return reviewOn < today;
}

/** Why this person may not let a hold go, or null: somebody else proposed it first. Two people for it (DESIGN section 8). */
export function releaseFault(
  staffId: string,
  proposedBy: string | null,
): "notProposed" | "samePerson" | null {
  if (proposedBy === null) return "notProposed";
  return proposedBy === staffId ? "samePerson" : null;
}
