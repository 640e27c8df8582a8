// Legal days are counted in Europe/London (law.md I12); months clamp to their end (law.md RR-2, RT-1). Every
// function here answers null for what is not a date, so that callers can choose the protective side.
import { Temporal } from "temporal-polyfill";
import type { CivilDate } from "./vocabulary";

const zone = "Europe/London";
const hour = 3_600_000;
const firstInstant = Date.UTC(1900, 0, 1);
const lastInstant = Date.UTC(9000, 0, 1);
const civilDate = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const calendarPeriod = /^P(?!$)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/;

/** Keeps answers of a pure function: asked for a million members, there are only a few different days. */
function remembered<K, V>(answer: (key: K) => V, limit = 20_000): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const fresh = answer(key);
    known.set(key, fresh);
    return fresh;
  };
}

/** True for an instant the calendar here can speak about: a whole-number epoch millisecond, years 1900 to 9000. */
export function isInstant(at: number): boolean {
  return Number.isFinite(at) && at >= firstInstant && at < lastInstant;
}

/** True for a real day written "YYYY-MM-DD". */
export function isCivilDate(text: string): text is CivilDate {
  return plainDate(text) !== null;
}

/** True for an ISO 8601 period of whole years, months, weeks and days, such as "P3Y" or "P0D" (on that day). */
export function isPeriod(text: string): boolean {
  return calendarPeriod.test(text);
}

function plainDate(text: string): Temporal.PlainDate | null {
  const parts = civilDate.exec(text);
  if (parts === null) return null;
  const fields = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
  const date = Temporal.PlainDate.from(fields, { overflow: "constrain" });
  return date.day === fields.day && fields.year >= 1900 && fields.year < 9000 ? date : null;
}

// Offsets of Europe/London are whole hours, so the day is the same for a whole hour of UTC.
const londonDateOfHour = remembered((hours: number) =>
  Temporal.Instant.fromEpochMilliseconds(hours * hour)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString(),
);

/** The day in Europe/London at an instant (epoch ms): 23:30 UTC on 30 June is 1 July. */
export function londonDate(at: number): CivilDate | null {
  return isInstant(at) ? londonDateOfHour(Math.floor(at / hour)) : null;
}

const startOf = remembered((day: string) => plainDate(day)?.toZonedDateTime(zone).epochMilliseconds ?? null);

/** The first instant of a day in Europe/London (epoch ms). */
export function startOfDay(day: CivilDate): number | null {
  return startOf(day);
}

/** The first instant after a day in Europe/London (epoch ms): when something that counts through that day ends. */
export function endOfDay(day: CivilDate): number | null {
  const next = addPeriod(day, "P1D");
  return next === null ? null : startOf(next);
}

const added = remembered((key: string) => {
  const joint = key.lastIndexOf("+");
  const date = plainDate(key.slice(0, joint));
  const period = key.slice(joint + 1);
  if (date === null || !isPeriod(period)) return null;
  const sum = date.add(period).toString();
  return isCivilDate(sum) ? sum : null;
});

/** The day a period after another, clamped to the end of the month: 31 August + P6M is 28 February. */
export function addPeriod(day: CivilDate, period: string): CivilDate | null {
  return added(`${day}+${period}`);
}

/** The day before a day: the last day of something that ends when the other begins. */
export function dayBefore(day: CivilDate): CivilDate | null {
  const before = plainDate(day)?.subtract({ days: 1 }).toString() ?? "";
  return isCivilDate(before) ? before : null;
}

const yearsOf = remembered((key: string) => {
  const [start = null, end = null] = key.split("+").map(plainDate);
  return start === null || end === null ? null : start.until(end, { largestUnit: "year" }).years;
});

/** Whole years from one day to another; the birthday itself counts. Null when either is not a date. */
export function yearsBetween(from: CivilDate, to: CivilDate): number | null {
  return yearsOf(`${from}+${to}`);
}

/** The earliest of some instants or days, leaving out those that are null. */
export function earliest<T extends number | string>(...moments: readonly (T | null)[]): T | null {
  return moments.reduce<T | null>(
    (first, next) => (next !== null && (first === null || next < first) ? next : first),
    null,
  );
}

/** An instant (epoch ms) that is still to come after `at`; null for one that is not, that nobody named, or that is none. */
export function laterThan(at: number, moment: number | null | undefined): number | null {
  return moment !== null && moment !== undefined && moment > at && isInstant(moment) ? moment : null;
}
