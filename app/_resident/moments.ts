import { getFormatter } from "next-intl/server";

const long = { day: "numeric", month: "long", year: "numeric" } as const;

/** Days and times as residents read them, in London. */
export async function moments() {
  const format = await getFormatter();
  const day = (at: Date) => format.dateTime(at, long);
  const time = (at: Date) => format.dateTime(at, { hour: "numeric", minute: "2-digit", hourCycle: "h12" });
  return {
    /** "20 May 2029" */
    day,
    /** "20 May 2029" for a civil day "2029-05-20" */
    civil: (date: string) => format.dateTime(new Date(`${date}T12:00:00Z`), long),
    /** "6:30 pm" */
    time,
    /** "Sunday 20 May 2029" */
    weekday: (at: Date) => `${format.dateTime(at, { weekday: "long" })} ${day(at)}`,
    /** "20 May 2029, 6:30 pm" */
    moment: (at: Date) => `${day(at)}, ${time(at)}`,
  };
}

export type Moments = Awaited<ReturnType<typeof moments>>;
