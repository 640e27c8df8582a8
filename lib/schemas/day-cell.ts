import { isCivilDate } from "@/lib/policy/civil";

const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u;

/** A day as a list says it, "2026-11-20" or "20/11/2026", as a civil date; null when it is no day. */
export function readDay(cell: string): string | null {
  const [, day = "", month = "", year = ""] = british.exec(cell) ?? [];
  const date = year === "" ? cell : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? date : null;
}
