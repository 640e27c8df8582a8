// Everything that is kept ends on a day: the trigger's day plus the period the notice promised, months clamped to
// their end, never moved to a working day; where several rules reach the same thing, the earliest day counts
// (UK GDPR 5(1)(e), 13(2)(a); law.md RT-1).
import { addPeriod, dayBefore } from "./civil";
import type { PolicyDocument, RetentionRule, RetentionTrigger } from "./document";
import type { CivilDate } from "./vocabulary";

export type DueItem = {
  readonly ruleKey: string;
  readonly triggeredOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly action: RetentionRule["action"];
};

/**
 * The day a rule falls due, from the day its trigger happened (civil, Europe/London): 31 August + P6M is 28 February.
 * Throws a RangeError for a day or period that is none: what must be deleted is never dropped in silence.
 */
export function dueOn(rule: Pick<RetentionRule, "period">, triggeredOn: CivilDate): CivilDate {
  const day = addPeriod(triggeredOn, rule.period);
  if (day === null) throw new RangeError("A retention rule needs a real day and an ISO 8601 period");
  return day;
}

/** What falls due because a trigger happened on a day, one item for each rule with that trigger. */
export function retentionItemsFor(
  document: PolicyDocument,
  trigger: RetentionTrigger,
  date: CivilDate,
): readonly DueItem[] {
  return document.retentionRules
    .filter((rule) => rule.trigger === trigger)
    .map((rule) => ({
      ruleKey: rule.key,
      triggeredOn: date,
      dueOn: dueOn(rule, date),
      action: rule.action,
    }));
}

/** The item that falls due first; on the same day deleting goes before keeping anything. Null when there is none. */
export function firstDue(items: readonly DueItem[]): DueItem | null {
  const strictness = { delete: 0, anonymise: 1, review: 2 } as const;
  return items.reduce<DueItem | null>((first, item) => {
    if (first === null || item.dueOn < first.dueOn) return item;
    return item.dueOn === first.dueOn && strictness[item.action] < strictness[first.action] ? item : first;
  }, null);
}

/** The last day of a membership that began on a day, or null when the panel has no term. */
export function termEndsOn(document: PolicyDocument, joinedOn: CivilDate): CivilDate | null {
  const { term } = document.membership;
  const next = term === undefined ? null : addPeriod(joinedOn, term);
  return next === null ? null : dayBefore(next);
}

export type Hold = { readonly from: CivilDate; readonly liftedOn: CivilDate | null };

/**
 * Whether an item may be carried out on a day. A hold (legal claim, open request, restriction) puts off deletion
 * only; once it is lifted, what is overdue is due at once (law.md RT-2, RR-8).
 */
export function mayDispose(item: DueItem, holds: readonly Hold[], today: CivilDate): boolean {
  const held = holds.some(({ from, liftedOn }) => from <= today && (liftedOn === null || today < liftedOn));
  return item.dueOn <= today && !held;
}
