/** A day in thirty days, as a form sends it: three fields that begin with this name. */
export function formDay(name: string): Readonly<Record<string, string>> {
  const date = new Date(Date.now() + 30 * 86_400_000);
  const parts = { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() };
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [`${name}-${part}`, String(value)]));
}
