// Sensitive answers: held only under a condition in force, given in words of their own, never used to decide about anybody
// under equality monitoring, and never on the screens of those who organise (UK GDPR 9; DPA 2018 ss.10, 11, Sch 1 paras 5,
// 6, 8, 38-41; law.md SC-2 to SC-8, I10, 12 rows 5 and 10).
import { addPeriod, isCivilDate } from "./civil";
import type { Art9Condition, PolicyDocument, SpecialCategory } from "./document";
import { recordState } from "./lint/accountability";
import type { CivilDate, StaffRole } from "./vocabulary";

/** Something sensitive that is, or would be, held. */
export type SensitiveRow = {
  readonly specialCategory: SpecialCategory;
  readonly art9Condition: Art9Condition | null;
  readonly appropriatePolicyDocumentKey: string | null;
};

/** The only categories that equality monitoring may use (Sch 1 para 8(2)). */
export const equalityMonitoringCategories: readonly SpecialCategory[] = [
  "ethnicOrigin",
  "religionOrBelief",
  "health",
  "sexualOrientation",
];

/**
 * Whether sensitive data may be held, and its form shown, on a day: never without a condition, under paragraph 8 only its
 * four categories, under substantial public interest only while the policy document is in force.
 */
export function mayHoldSensitive(
  row: SensitiveRow,
  document: Pick<PolicyDocument, "accountability">,
  on: CivilDate,
): boolean {
  if (row.art9Condition === null) return false;
  if (row.art9Condition === "explicitConsent") return true;
  const monitoring = row.art9Condition === "substantialPublicInterestPara8";
  if (monitoring && !equalityMonitoringCategories.includes(row.specialCategory)) return false;
  const key = row.appropriatePolicyDocumentKey ?? undefined;
  return recordState(document, "appropriatePolicyDocument", key, on) === "inForce";
}

/** How somebody agreed; only words of their own about this very thing are explicit (9(2)(a)). */
export type ConsentAct = {
  readonly statementShown: string | null;
  readonly affirmed: boolean;
  /** It was asked together with joining the panel. */
  readonly partOfJoining: boolean;
};

/** Whether an act is explicit consent. Pressing "Join" never is; and declining never keeps anybody out. */
export function isExplicit({ statementShown, affirmed, partOfJoining }: ConsentAct): boolean {
  return affirmed && !partOfJoining && (statementShown ?? "").trim() !== "";
}

/** A written notice to stop equality monitoring (Sch 1 para 8(5)): no reasons needed. */
export type StopNotice = {
  readonly givenOn: CivilDate;
  readonly written: boolean;
  /** The days the person gave us. */
  readonly days: number;
  readonly takenBackOn: CivilDate | null;
};

/** The last day on which monitoring answers may still count; null when the notice stops nothing (yet). */
export function monitoringEndsOn({ givenOn, written, days, takenBackOn }: StopNotice): CivilDate | null {
  if (!written || takenBackOn !== null || !isCivilDate(givenOn)) return null;
  const whole = Number.isFinite(days) ? Math.min(Math.max(0, Math.floor(days)), 31) : 0;
  return addPeriod(givenOn, `P${whole}D`);
}

/** Whether monitoring answers of a person count on a day. By the last day of the notice they are gone. */
export function monitoringCounts(notices: readonly StopNotice[], on: CivilDate): boolean {
  return notices.every((notice) => {
    const ends = monitoringEndsOn(notice);
    return ends === null || on < ends;
  });
}

/** What "take back my yes" is for monitoring that never rested on a yes (12 row 5). */
export function monitoringStop(condition: Art9Condition): "withdrawal" | "writtenStopNotice" | "objection" {
  if (condition === "explicitConsent") return "withdrawal";
  return condition === "substantialPublicInterestPara8" ? "writtenStopNotice" : "objection";
}

/** Monitoring answers and adjustments are two stores; those who organise see only what they must provide (SC-7). */
export function shownWhenBooking(held: {
  readonly store: "monitoring" | "adjustment";
  readonly attends: boolean;
}) {
  return held.store === "adjustment" && held.attends;
}

/** Whether a role may take raw free text, recordings or pictures out in bulk, and whether that goes into the ledger (SC-8). */
export function rawTextExport(role: StaffRole): { readonly allowed: boolean; readonly recorded: boolean } {
  return role === "dpo" ? { allowed: true, recorded: true } : { allowed: false, recorded: true };
}
