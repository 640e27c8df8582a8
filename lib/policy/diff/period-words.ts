// Periods in words, and which of two is longer: keeping something longer is a change members are told about
// (law.md RT-1, TR-3).
import { addPeriod } from "../civil";

/** Any day will do to compare two periods. */
const someDay = "2026-01-01";

const units: readonly (readonly [RegExp, string])[] = [
  [/(\d+)Y/u, "year"],
  [/(\d+)M/u, "month"],
  [/(\d+)W/u, "week"],
  [/(\d+)D/u, "day"],
];

/** An ISO 8601 period in words: "P1Y6M" is "1 year and 6 months", "P0D" is "no time at all". */
export function periodWords(period: string): string {
  const parts = units.flatMap(([pattern, unit]) => {
    const count = Number(pattern.exec(period)?.[1] ?? 0);
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? "" : "s"}`];
  });
  return parts.length === 0 ? "no time at all" : parts.join(" and ");
}

const months = [
  ...["January", "February", "March", "April", "May", "June", "July", "August", "September"],
  ...["October", "November", "December"],
] as const;

/** A civil day in words: "2029-05-20" is "20 May 2029"; what is none stays as it is. */
export function dayWords(day: string): string {
  const [, year, month, number] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(day) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? day : `${Number(number)} ${name} ${year}`;
}

/** Whether the second period is longer than the first; what cannot be read counts as longer, so that it is told. */
export function isLonger(before: string | undefined, after: string | undefined): boolean {
  const was = before === undefined ? null : addPeriod(someDay, before);
  const is = after === undefined ? null : addPeriod(someDay, after);
  return was === null || is === null || is > was;
}
