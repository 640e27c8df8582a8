// On the days that the panel promised to leave people in peace, nobody is approached (the panel's own promise).
import { pass, refuse, type Finding, type Rule } from "./finding";
import { earliest, endOfDay, londonDate, startOfDay } from "../civil";
import type { QuietDates } from "./types";

/** The first quiet day that is still to come, as an instant. */
function nextQuiet(periods: readonly QuietDates[], today: string): number | null {
  return earliest(...periods.map(({ from }) => (from > today ? startOfDay(from) : null)));
}

export const quietRule: Rule = ({ request, facts, at }): Finding => {
  const periods = facts.quietDates;
  if (periods === undefined || periods.length === 0 || !request.countsAsApproach) return pass();
  const today = londonDate(at);
  if (today === null) return refuse("facts.unreadable", "UK GDPR 5(2)");
  for (const { from, to } of periods) {
    const ends = endOfDay(to);
    if (startOfDay(from) === null || ends === null) return refuse("facts.unreadable", "UK GDPR 5(2)");
    if (from <= today && today <= to) return refuse("panel.quietDates", "UK GDPR 5(1)(a)", ends);
  }
  return pass(nextQuiet(periods, today));
};
