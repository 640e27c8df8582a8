import { expect, it } from "vitest";
import { agreedQuerySchema } from "@/lib/schemas/trail-query";

it.each([
  ["2026-11-21", "2026-11-21"],
  ["2026-11-22", "2026-11-22"],
  ["2026-11-23", undefined],
  ["2031-01-01", undefined],
  ["2026-02-30", undefined],
  ["", undefined],
])("what somebody had agreed to is asked about a day that has come: %s", (typed, on) => {
  expect(agreedQuerySchema("2026-11-22").parse({ on: typed })).toEqual({ on });
});
