import { expect, it } from "vitest";
import { toldSchema } from "@/lib/schemas/decision-forms";
import { dayFromToday } from "../support/day";

// What a member told somebody who works here, as the form brings it.

const said = {
  ...{ reference: "CV-1", purposeKey: "research", channel: "email", answer: "yes", method: "phone" },
  evidence: "Call 12",
};

function dated(day: string): Record<string, string> {
  const [year = "", month = "", number = ""] = day.split("-");
  return { "day-year": year, "day-month": month, "day-day": number };
}

function faults(form: Record<string, string>): readonly string[] {
  const read = toldSchema.safeParse(form);
  return read.success ? [] : read.error.issues.map(({ message, code }) => (message === "" ? code : message));
}

it("is taken for today", () => {
  expect(faults({ ...said, ...dated(dayFromToday(0)) })).toEqual([]);
});

it.each([
  ["tomorrow", dated(dayFromToday(1)), "told.day.ahead"],
  ["a day that does not exist", dated("2026-02-30"), "told.day.unreal"],
  ["another century", dated("1926-02-03"), "told.day.unreal"],
  ["no day", dated("--"), "told.day.missing"],
  ["nowhere to find the proof", { ...dated(dayFromToday(0)), evidence: " " }, "told.evidence.missing"],
  ["a maybe", { ...dated(dayFromToday(0)), answer: "maybe" }, "told.answer.missing"],
])("is refused for %s, with its own words", (_what, change, fault) => {
  expect(faults({ ...said, ...change })).toEqual([fault]);
});

it("is refused with a field that the form does not have", () => {
  expect(faults({ ...said, ...dated(dayFromToday(0)), validUntil: "2099-01-01" })).toHaveLength(1);
});
