/** What follows the question mark of an address. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** One value of a query parameter that may have been given twice. */
export function first(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : value?.[0];
}
