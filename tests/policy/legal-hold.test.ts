import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addPeriod } from "@/lib/policy/civil";
import {
  isReviewOverdue,
  legalHoldGrounds,
  releaseFault,
  reviewDayFault,
  suspensionOf,
} from "@/lib/policy/legal-hold";
import { may, permissions } from "@/lib/policy/permission";
import { staffRoles } from "@/lib/policy/vocabulary";

const today = "2026-08-31";

describe("the day on which somebody looks again", () => {
  test.each([
    ["today is too early", today, "early"],
    ["yesterday is too early", "2026-08-30", "early"],
    ["tomorrow", "2026-09-01", null],
    ["half a year on, clamped to the end of the month", "2027-02-28", null],
    ["a day more is too late", "2027-03-01", "late"],
  ] as const)("%s", (_name, day, expected) => {
    expect(reviewDayFault(day, today)).toBe(expected);
  });

  test.each([
    ["on the day it is not overdue", today, false],
    ["the day after it is", "2026-08-30", true],
    ["before it is not", "2026-09-01", false],
  ] as const)("%s", (_name, reviewOn, expected) => {
    expect(isReviewOverdue(reviewOn, today)).toBe(expected);
  });

  test("is never overdue on the day a hold is placed, and at the latest after half a year and a day", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 400 }), (days) => {
        const day = new Date(Date.UTC(2026, 7, 31 + days)).toISOString().slice(0, 10);
        if (reviewDayFault(day, today) !== null) return;
        expect(isReviewOverdue(day, today)).toBe(false);
        expect(isReviewOverdue(day, addPeriod(today, "P6M1D") ?? "")).toBe(true);
      }),
    );
  });
});

describe("two people release a hold", () => {
  test("the one who proposed it never agrees to it, whoever it is; anybody else may", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.option(fc.uuid()), (staffId, proposedBy) => {
        const fault = releaseFault(staffId, proposedBy);
        expect(fault === null).toBe(proposedBy !== null && proposedBy !== staffId);
        expect(releaseFault(staffId, staffId)).toBe("samePerson");
        expect(releaseFault(staffId, null)).toBe("notProposed");
      }),
    );
  });

  test.each(staffRoles.map((role) => [role] as const))("%s: placing, agreeing, reading", (role) => {
    const actor = {
      kind: "staff",
      organisationId: "o",
      staffId: "s",
      grants: [{ panelId: "p", role }],
    } as const;
    const asked = (["legalHold.place", "legalHold.release", "legalHold.view"] as const).map((verb) => {
      return may(actor, verb, "p");
    });
    const expected = {
      dpo: [true, true, true],
      admin: [false, true, true],
      auditor: [false, false, true],
      engagement: [false, false, false],
    };
    expect(asked).toEqual(expected[role]);
  });

  test("where a panel has one officer, an administrator can agree", () => {
    const second = permissions["legalHold.release"].filter((role) => role !== "dpo");
    expect(second).toEqual(["admin"]);
  });
});

test("a person places a hold for a claim or a complaint elsewhere; the other grounds arise by themselves", () => {
  expect(legalHoldGrounds).toEqual(["legalClaim", "openComplaint"]);
});

test("nothing suspends what nothing is said about", () => {
  expect(suspensionOf(null)).toBeNull();
  expect(suspensionOf("open_request")).toBe("openRequest");
});
