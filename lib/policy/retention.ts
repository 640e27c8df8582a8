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

/** Days that end a membership by themselves: the notice counts from them, whether or not anybody has said goodbye. */
export const endsMembership: ReadonlySet<RetentionTrigger> = new Set(["panelTermEnd", "tenancyEnd"]);

/** Whether a field or a purpose names the rule of this key as its own. */
export function isNamed({ fields, purposes }: PolicyDocument, ruleKey: string): boolean {
  return [...fields, ...purposes].some(({ retentionRuleKey }) => retentionRuleKey === ruleKey);
}

/**
 * Whether a rule reaches everything held about a person whose membership is over: no field and no purpose names it, so the
 * notice promises it beside every other rule. The record of decisions has a rule of its own and is not its to end (law.md
 * RT-1, RT-5).
 */
export function reachesEverything(document: PolicyDocument, { key, trigger }: RetentionRule): boolean {
  return (trigger === "left" || endsMembership.has(trigger)) && !isNamed(document, key);
}

/**
 * The day on which each kind of information ends, by the key of its rule: the earliest of its own day and of those that
 * reach everything. Kinds whose clock has not started are absent; so are the rules that reach everything, which are about
 * no kind of their own. `items`: every day that is set for one person.
 */
export function endingsOf(document: PolicyDocument, items: readonly DueItem[]): ReadonlyMap<string, DueItem> {
  const { retentionRules } = document;
  const whole = new Set(
    retentionRules.filter((rule) => reachesEverything(document, rule)).map(({ key }) => key),
  );
  const general = items.filter(({ ruleKey }) => whole.has(ruleKey));
  const kinds = retentionRules.filter(({ key }) => !whole.has(key));
  return new Map(
    kinds.flatMap(({ key, trigger }) => {
      const own = items.filter(({ ruleKey }) => ruleKey === key);
      const first = firstDue(trigger === "consentEnded" ? own : [...own, ...general]);
      return first === null ? [] : [[key, first] as const];
    }),
  );
}

/**
 * Every day that is set for a person who leaves on a day (civil): those set before, and the clocks that start now. What
 * they decided ends then too, and so begins the time for which its record is kept.
 */
export function itemsAfterLeaving(
  document: PolicyDocument,
  before: readonly DueItem[],
  leftOn: CivilDate,
): readonly DueItem[] {
  const known = new Set(before.map(({ ruleKey }) => ruleKey));
  const started = (["left", "consentEnded"] as const).flatMap((trigger) =>
    retentionItemsFor(document, trigger, leftOn),
  );
  return [...before, ...started.filter(({ ruleKey }) => !known.has(ruleKey))];
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
