// Moments as people write them: a day, or a day and a time, in Europe/London (law.md I12).
import { Temporal } from "temporal-polyfill";
import { startOfDay } from "../civil";

const zone = "Europe/London";
const noonHours = 12;

/** "2026-11-21" or "2026-11-21T10:05", civil time in Europe/London. */
export type Moment = string;

/** The instant (epoch ms) of a moment; a day alone is its first instant. Null for what is no moment. */
export function instantOf(moment: Moment): number | null {
  const [day = "", time] = moment.split("T");
  const start = startOfDay(day);
  if (start === null || time === undefined) return start;
  const clock = /^(\d{2}):(\d{2})$/u.exec(time);
  const [hour, minute] = [Number(clock?.[1] ?? 99), Number(clock?.[2] ?? 99)];
  if (hour > 23 || minute > 59) return null;
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } })
    .epochMilliseconds;
}

/** The instant to decide at: a day alone means its noon, so that what happened on that day has happened. */
export function decidingInstant(moment: Moment): number | null {
  return instantOf(moment.includes("T") ? moment : `${moment}T${noonHours}:00`);
}

/** An instant (epoch ms) as a moment, to the minute; the first instant of a day as the day alone. */
export function momentOf(instant: number): Moment {
  const time = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const day = time.toPlainDate().toString();
  return instant === startOfDay(day)
    ? day
    : `${day}T${time.toPlainTime().toString({ smallestUnit: "minute" })}`;
}
