import { londonDate, now } from "@/lib/clock";

/** The civil day in London that comes so many days after today, by the calendar: the days on which clocks change count as one. */
export function dayFromToday(days: number): string {
  return new Date(Date.parse(londonDate(now())) + days * 86_400_000).toISOString().slice(0, 10);
}
