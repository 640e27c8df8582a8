import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addPeriod,
  dayBefore,
  endOfDay,
  isCivilDate,
  isPeriod,
  londonDate,
  startOfDay,
  yearsBetween,
} from "@/lib/policy/civil";
import { moment } from "./gate-makers";

test.each([
  ["I12: 23:30 UTC on 30 June is 1 July in London", "2026-06-30T23:30", "2026-07-01"],
  ["in winter London is UTC", "2026-12-31T23:59:59", "2026-12-31"],
  ["the hour the clocks go forward", "2026-03-29T00:59:59", "2026-03-29"],
  ["the last minute of British Summer Time", "2026-10-24T23:00", "2026-10-25"],
])("%s", (_name, utc, expected) => {
  expect(londonDate(moment(utc))).toBe(expected);
});

test("I12: the day is the one London's clocks show, for any instant", () => {
  const clock = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });
  fc.assert(
    fc.property(fc.integer({ min: moment("1975-01-01"), max: moment("2060-01-01") }), (at) => {
      const day = londonDate(at) ?? "";
      expect(day).toBe(clock.format(at));
      expect(startOfDay(day) ?? Infinity).toBeLessThanOrEqual(at);
      expect(endOfDay(day) ?? -Infinity).toBeGreaterThan(at);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ["2026-08-31", "P6M", "2027-02-28"],
  ["2024-02-29", "P1Y", "2025-02-28"],
  ["2026-01-31", "P1M", "2026-02-28"],
  ["2026-11-21", "P1Y2M3W4D", "2028-02-15"],
  ["2026-11-21", "P0D", "2026-11-21"],
  ["2026-02-30", "P1D", null],
  ["2026-02-20", "P", null],
  ["2026-02-20", "six months", null],
  ["8999-12-31", "P9999Y", null],
])("%s + %s = %s", (day, period, expected) => {
  expect(addPeriod(day, period)).toBe(expected);
});

describe("what is no day or period is refused, never guessed", () => {
  test.each(["2026-02-29", "2026-13-01", "2026-1-1", "2026-01-01T00:00", "20260101", "", "2026-01-01+P1D"])(
    "%j",
    (text) => {
      expect(isCivilDate(text)).toBe(false);
      expect(startOfDay(text)).toBeNull();
    },
  );
  test.each(["P", "P-1D", "PT1H", "1D", "P1.5Y", ""])("period %j", (text) => {
    expect(isPeriod(text)).toBe(false);
  });
  test.each([Number.NaN, Infinity, -1e18])("instant %d", (at) => {
    expect(londonDate(at)).toBeNull();
  });
});

test("the day before, and whole years", () => {
  expect(dayBefore("2027-03-01")).toBe("2027-02-28");
  expect(yearsBetween("2008-11-22", "2026-11-21")).toBe(17);
});
