import { expect, it } from "vitest";
import { reminderStanding } from "@/lib/policy/reminder";

const asked = Date.parse("2026-11-20T12:00:00Z");
const day = 86_400_000;

it.each([
  ["seven minutes after the invitation", asked, 7 * 60_000, 0, "later"],
  ["a moment before three days are over", asked, 3 * day - 1, 0, "later"],
  ["three days later", asked, 3 * day, 0, "now"],
  ["when every place is taken", asked, 10 * day, 12, "full"],
  ["when one place is left", asked, 10 * day, 11, "now"],
  ["when nobody was asked", null, 0, 0, "now"],
] as const)("a reminder %s", (_when, askedAt, later, accepted, kind) => {
  expect(reminderStanding({ askedAt, capacity: 12, accepted }, asked + later).kind).toBe(kind);
});

it("says from when the next may go, and what has no places is never full", () => {
  expect(reminderStanding({ askedAt: asked, capacity: null, accepted: 900 }, asked)).toEqual({
    kind: "later",
    from: asked + 3 * day,
  });
});
