// Joining has one minimum age, counted in whole years on the day; consent to an online service counts from 13; promotion
// waits for 18 (UK GDPR 8(1), 25(1A); law.md CN-7, 12 row 6).
import { addPeriod, isCivilDate, londonDate, startOfDay, yearsBetween } from "./civil";
import type { CivilDate } from "./vocabulary";

export type AgeAnswer = "oldEnough" | "tooYoung" | "unreadable";

/** Whether someone born on a day may join on another day. Never throws; a date in the future is unreadable. */
export function mayJoinAt(minimumAge: number, bornOn: CivilDate, on: CivilDate): AgeAnswer {
  const years = yearsBetween(bornOn, on);
  if (years === null || bornOn > on) return "unreadable";
  return years >= minimumAge ? "oldEnough" : "tooYoung";
}

/** Whether a parent must consent for a child to an online service that rests on consent (UK GDPR 8(1)). */
export function needsParent(bornOn: CivilDate, on: CivilDate): boolean {
  const years = yearsBetween(bornOn, on);
  return years === null || years < 13;
}

/** Under 13, 13 to 17, 18 and over; `unknown` when no date of birth is held. */
export type AgeGroup = "under13" | "under18" | "adult" | "unknown";

/** What the gate is told about a member's age: never the date of birth, which would then be in every decision. */
export type AgeFact = {
  readonly group: AgeGroup;
  /** First instant at which the group is another (epoch ms). */
  readonly until: number | null;
};

/** The first instant of a birthday; 29 February is kept on 1 March. */
function birthday(bornOn: CivilDate, years: number): number | null {
  const day = addPeriod(bornOn, `P${years}Y`);
  const clamped = day !== null && day.slice(8) !== bornOn.slice(8);
  const kept = clamped ? addPeriod(day, "P1D") : day;
  return kept === null ? null : startOfDay(kept);
}

/** The age group of someone at an instant (epoch ms). Never throws; what cannot be read is `unknown`. */
export function ageGroupAt(bornOn: CivilDate | null, at: number): AgeFact {
  const today = londonDate(at);
  if (bornOn === null || today === null || !isCivilDate(bornOn) || bornOn > today) {
    return { group: "unknown", until: null };
  }
  const thirteen = birthday(bornOn, 13);
  const eighteen = birthday(bornOn, 18);
  if (thirteen === null || eighteen === null) return { group: "unknown", until: null };
  if (at < thirteen) return { group: "under13", until: thirteen };
  return at < eighteen ? { group: "under18", until: eighteen } : { group: "adult", until: null };
}

/**
 * What an age band says, where no date of birth is held: "16-24" may be a child's, "25-34" and "75+" are not. Never throws.
 */
export function ageGroupOfBand(band: string | null): AgeFact {
  const years = /^\d{1,3}(?!\d)/.exec(band ?? "")?.[0];
  return { group: years !== undefined && Number(years) >= 18 ? "adult" : "unknown", until: null };
}
