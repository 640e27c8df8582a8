// The days on which a panel promised to leave people in peace: once, or the same days of every year (its own promise).
import { addPeriod, yearsBetween } from "./civil";
import type { CivilDate } from "./vocabulary";

/** First to last day, both included. */
export type QuietTime = { readonly from: CivilDate; readonly to: CivilDate };

/** `yearly`: the same days of every later year too; 29 February is the 28th where there is none. */
export type QuietPromise = QuietTime & { readonly yearly?: boolean };

/** The quiet time that holds a day, or else the next one after it; null when none is to come. */
export function quietTimeAround({ from, to, yearly }: QuietPromise, day: CivilDate): QuietTime | null {
  if (day <= to) return { from, to };
  if (yearly !== true) return null;
  // Counted from the last day. The third serves a February that was clamped.
  const years = yearsBetween(to, day) ?? 0;
  for (const count of [years, years + 1, years + 2]) {
    const ends = addPeriod(to, `P${count}Y`);
    if (ends === null || day > ends) continue;
    const begins = addPeriod(from, `P${count}Y`);
    return begins === null ? null : { from: begins, to: ends };
  }
  return null;
}

/** Whether a promise repeats before it has ended: then it never ends at all. */
export function fillsTheYear({ from, to, yearly }: QuietPromise): boolean {
  const after = addPeriod(to, "P1D");
  const again = addPeriod(from, "P1Y");
  return yearly === true && after !== null && again !== null && again <= after;
}
