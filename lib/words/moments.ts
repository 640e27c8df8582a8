import type { createFormatter } from "next-intl";

const long = { day: "numeric", month: "long", year: "numeric" } as const;
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** Days and times as evidence is read: London time, to the second where that matters. */
export function momentsIn(format: Pick<ReturnType<typeof createFormatter>, "dateTime" | "number">) {
  const day = (at: Date) => format.dateTime(at, long);
  return {
    /** "20 May 2029" */
    day,
    /** "20 May 2029" for a civil day "2029-05-20" */
    civil: (date: string) => format.dateTime(new Date(`${date}T12:00:00Z`), long),
    /** "20 May 2029, 18:30" */
    moment: (at: Date) => `${day(at)}, ${format.dateTime(at, clock)}`,
    /** "20 May 2029, 18:30:05" */
    second: (at: Date) => `${day(at)}, ${format.dateTime(at, { ...clock, second: "2-digit" })}`,
    /** "12,034" */
    count: (value: number) => format.number(value),
  };
}

export type Moments = ReturnType<typeof momentsIn>;

/** Days and times as a program reads them: UTC, as the entry has them. */
export const momentsForPrograms: Pick<Moments, "civil" | "second"> = {
  civil: (date) => date,
  second: (at) => at.toISOString(),
};
