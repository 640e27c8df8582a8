import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { londonDate, now } from "@/lib/clock";
import { firstBroken } from "./activity-words";

/**
 * Puts the three inputs `name-day`, `name-month`, `name-year` of a form together as `name`: "YYYY-MM-DD" when it is a
 * day, the typed parts joined when it is not, "" when nothing was typed.
 */
export function gatherDate(name: string, form: unknown): unknown {
  if (typeof form !== "object" || form === null) return form;
  const fields = form as Record<string, unknown>;
  const parts = ["year", "month", "day"].map((part) => `${name}-${part}`);
  const typed = parts.map((part) => {
    const value = fields[part];
    return typeof value === "string" ? value.trim() : "";
  });
  const [year = "", month = "", day = ""] = typed;
  const date = typed.every((part) => part === "")
    ? ""
    : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const others = Object.entries(fields).filter(([field]) => !parts.includes(field));
  return { ...Object.fromEntries(others), [name]: date };
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}

/** A civil day (Europe/London) from today on, at most two years ahead. Says `<key>.missing`, `.unreal`, `.past` or `.far`. */
export function dayFromToday(key: string) {
  return z
    .string()
    .superRefine(
      firstBroken<string>(
        [(day) => day !== "", `${key}.missing`],
        [isDay, `${key}.unreal`],
        [(day) => day >= londonDate(now()), `${key}.past`],
        [(day) => day <= twoYearsOn(londonDate(now())), `${key}.far`],
      ),
    );
}

function twoYearsOn(day: string): string {
  return Temporal.PlainDate.from(day).add({ years: 2 }).toString();
}

const clockTime = /^(\d{1,2})[:. ]?(\d{2})$/;

function isClockTime(typed: string): boolean {
  const parts = clockTime.exec(typed);
  return parts !== null && Number(parts[1]) < 24 && Number(parts[2]) < 60;
}

/** A time of day, "HH:MM" on the 24-hour clock; "9:30", "09.30" and "0930" are read as such. */
export function timeOfDay(key: string) {
  return z
    .string({ error: `${key}.missing` })
    .transform((typed) => typed.trim())
    .superRefine(
      firstBroken<string>([(typed) => typed !== "", `${key}.missing`], [isClockTime, `${key}.unreal`]),
    )
    .transform((typed) =>
      typed.replace(clockTime, (_, hour: string, minute: string) => `${hour.padStart(2, "0")}:${minute}`),
    );
}

/**
 * The instant of a wall-clock time in Europe/London, or null when the clock skips that time in spring. The hour that
 * comes twice in autumn is its first coming.
 */
export function londonInstant(day: string, time: string): Date | null {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}:00`);
  const zoned = wall.toZonedDateTime("Europe/London", { disambiguation: "earlier" });
  return zoned.toPlainDateTime().equals(wall) ? new Date(zoned.epochMilliseconds) : null;
}
