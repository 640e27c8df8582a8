import { getFormatter } from "next-intl/server";

const long = { day: "numeric", month: "long", year: "numeric" } as const;

/** Days and times as staff read them, in London. */
export async function moments() {
  const format = await getFormatter();
  const day = (at: Date) => format.dateTime(at, long);
  const time = (at: Date) => format.dateTime(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return {
    /** "20 May 2029" */
    day,
    /** "20 May 2029" for a civil day "2029-05-20" */
    civil: (date: string) => format.dateTime(new Date(`${date}T12:00:00Z`), long),
    /** "18:30" */
    time,
    /** "Sunday 20 May 2029" */
    weekday: (at: Date) => format.dateTime(at, { weekday: "long", ...long }),
    /** "20 May 2029, 18:30" */
    moment: (at: Date) => `${day(at)}, ${time(at)}`,
  };
}

/** A civil day "2029-05-20" as the three inputs of a date field hold it. */
export function dateParts(name: string, day: string): Record<string, string> {
  const [year = "", month = "", date = ""] = day.split("-");
  return {
    [`${name}-day`]: String(Number(date)),
    [`${name}-month`]: String(Number(month)),
    [`${name}-year`]: year,
  };
}
