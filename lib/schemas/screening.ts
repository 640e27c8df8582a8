import { z } from "zod";
import { londonDate, now } from "@/lib/clock";
import { addPeriod, isCivilDate } from "@/lib/policy/civil";
import type { Fault } from "@/lib/result";
import { gatherDate } from "./activity-date";
import { firstBroken } from "./activity-words";
import { faultsOf, readList, type Reading } from "./csv-table";
import { readPhoneNumber } from "./phone-number";

export const screeningColumns = { required: ["number"], optional: ["result"] } as const;

/** `results`: a result beside each number. `listed`: every number of the list is on the register. */
export const screeningHolds = ["results", "listed"] as const;

/** The form that brings the results of a screening. */
export const screeningSchema = z.preprocess(
  (form) => gatherDate("screenedOn", form),
  z.strictObject({
    screenedOn: z
      .string()
      .superRefine(
        firstBroken<string>(
          [(day) => day !== "", "screening.screenedOn.missing"],
          [isCivilDate, "screening.screenedOn.unreal"],
          [(day) => day <= londonDate(now()), "screening.screenedOn.ahead"],
          [(day) => day >= "2020-01-01", "screening.screenedOn.unreal"],
        ),
      ),
    holds: z.enum(screeningHolds, { error: "screening.holds.missing" }),
    list: z.string().trim().min(1, "list.missing"),
    fileName: z.string().max(255).optional(),
  }),
);

/** Whether a screening of a day still counts today: 28 days after it, its results end (PECR reg 21, 26; law.md PE-12). */
export function stillCounts(screenedOn: string, today: string): boolean {
  const last = addPeriod(screenedOn, "P28D");
  return last !== null && today <= last;
}

/** A number in E.164 and what the register said. */
export type Screened = { readonly number: string; readonly result: "clear" | "listed" };

const listedWords = new Set(["listed", "tps", "ctps", "yes", "y", "true", "1", "on", "match"]);
const clearWords = new Set(["clear", "no", "n", "false", "0", "off", "not listed", "no match"]);

function resultOf(cell: string, holds: (typeof screeningHolds)[number]): Screened["result"] | null {
  const word = cell.toLowerCase();
  if (holds === "listed") return word === "" || listedWords.has(word) ? "listed" : null;
  if (listedWords.has(word)) return "listed";
  return clearWords.has(word) ? "clear" : null;
}

/**
 * The numbers of a screening and their results, each number once. Every line that cannot be read is named, and so is a
 * number that is there with two results; nothing is half-read.
 */
export function readScreening(
  text: string,
  holds: (typeof screeningHolds)[number],
): Reading<readonly Screened[]> {
  const list = readList(text, screeningColumns.required, screeningColumns.optional);
  if (!list.ok) return list;
  const known = new Map<string, Screened["result"]>();
  const faults: Fault[] = [];
  for (const { line, cells } of list.value) {
    const number = readPhoneNumber(cells["number"] ?? "");
    const result = resultOf(cells["result"] ?? "", holds);
    if (number === null) faults.push({ code: "list.number", params: { line } });
    else if (result === null) faults.push({ code: "list.result", params: { line } });
    else if ((known.get(number) ?? result) !== result)
      faults.push({ code: "list.twoResults", params: { line } });
    else known.set(number, result);
  }
  if (faults.length > 0) return { ok: false, faults: faultsOf(faults) };
  return { ok: true, value: [...known].map(([number, result]) => ({ number, result })) };
}

/** Why the numbers are taken out. */
export const screeningReasons = ["beforeCalls", "screeningOld", "check"] as const;
export type ScreeningReason = (typeof screeningReasons)[number];

/** The form for taking out the numbers to screen. */
export const numbersSchema = z.strictObject({
  reason: z.enum(screeningReasons, { error: "screening.reason.missing" }),
});
