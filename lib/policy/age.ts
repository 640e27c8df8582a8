// Joining has one minimum age, counted in whole years on the day; consent to an online service counts from 13
// (UK GDPR 8(1); law.md CN-7, 12 row 6).
import { yearsBetween } from "./civil";
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
