// On the days that the panel promised to leave people in peace, nobody is approached (the panel's own promise).
import { pass, refuse, type Finding, type Rule } from "./finding";
import { earliest, endOfDay, londonDate, startOfDay } from "../civil";
import { quietTimeAround } from "../quiet-dates";

export const quietRule: Rule = ({ request, facts, at }): Finding => {
  const promises = facts.quietDates;
  if (promises === undefined || promises.length === 0 || !request.countsAsApproach) return pass();
  const today = londonDate(at);
  if (today === null) return refuse("facts.unreadable", "UK GDPR 5(2)");
  const starts: (number | null)[] = [];
  for (const promise of promises) {
    if (startOfDay(promise.from) === null || endOfDay(promise.to) === null)
      return refuse("facts.unreadable", "UK GDPR 5(2)");
    const time = quietTimeAround(promise, today);
    if (time === null) continue;
    if (time.from <= today) return refuse("panel.quietDates", "UK GDPR 5(1)(a)", endOfDay(time.to));
    starts.push(startOfDay(time.from));
  }
  return pass(earliest(...starts));
};
