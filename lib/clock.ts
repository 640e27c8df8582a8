/** The only place that asks the machine for the time. Policy is given instants; it never asks. */
export function now(): Date {
  return new Date();
}

const londonDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The civil date in Europe/London at an instant, "YYYY-MM-DD". */
export function londonDate(at: Date): string {
  return londonDay.format(at);
}

/** A civil date as the `Date` Prisma wants for a `date` column (midnight UTC). */
export function dateColumn(civilDate: string): Date {
  return new Date(`${civilDate}T00:00:00Z`);
}

/** The civil date held by a `date` column. */
export function civilDate(column: Date): string {
  return column.toISOString().slice(0, 10);
}
