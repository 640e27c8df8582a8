// Nobody is approached more often than the panel promised, all activities and channels counted together
// (the panel's contact budget; DESIGN section 5). An approach counts from its day until the window after it has passed.
import { pass, refuse, type Finding, type Rule } from "./finding";
import { addPeriod, londonDate, startOfDay } from "../civil";

const promise = "UK GDPR 5(1)(a)";

/** When an approach stops counting (epoch ms). What cannot be read counts for ever. */
function countsUntil(approach: number, window: string): number {
  const day = londonDate(approach);
  const last = day === null ? null : addPeriod(day, window);
  return (last === null ? null : startOfDay(last)) ?? Number.POSITIVE_INFINITY;
}

export const budgetRule: Rule = ({ request, facts, at }): Finding => {
  const budget = facts.contactBudget;
  if (budget === null || !request.countsAsApproach) return pass();
  if (!(budget.approaches >= 1)) return refuse("member.askedRecently", promise);
  if (facts.member.approaches.length < budget.approaches) return pass();
  const counting = facts.member.approaches
    .map((approach) => countsUntil(approach, budget.window))
    .filter((until) => at < until)
    .toSorted((first, second) => first - second);
  if (counting.length < budget.approaches) return pass();
  const freed = counting[counting.length - Math.floor(budget.approaches)] ?? Number.POSITIVE_INFINITY;
  return refuse("member.askedRecently", promise, Number.isFinite(freed) ? freed : null);
};
