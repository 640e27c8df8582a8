import { describe, expect, test } from "vitest";
import {
  dueOn,
  firstDue,
  mayDispose,
  retentionItemsFor,
  termEndsOn,
  type DueItem,
} from "@/lib/policy/retention";
import { documents } from "./presets";

// law.md 7, RT-1: the seeds' own examples.

test.each([
  ["T: HO panel term ends 31 March 2027", "P6M", "2027-03-31", "2027-09-30"],
  ["T: HO applications close 31 August 2026", "P6M", "2026-08-31", "2027-02-28"],
  ["T: WH collected 26 November 2023", "P3Y", "2023-11-26", "2026-11-26"],
  ["CO tenancy ends on a leap day", "P6Y", "2024-02-29", "2030-02-28"],
  ["C2 marketing ends with the tenancy, on that day", "P0D", "2026-11-21", "2026-11-21"],
  ["a due day stays on a Saturday", "P1M", "2026-10-21", "2026-11-21"],
])("%s", (_name, period, triggered, expected) => {
  expect(dueOn({ period }, triggered)).toBe(expected);
});

test.each([
  ["no day", "2026-02-30", "P6M"],
  ["no period", "2026-02-20", "indefinitely"],
])("%s is an error and not a silence", (_name, day, period) => {
  expect(() => dueOn({ period }, day)).toThrow(RangeError);
});

describe("what falls due", () => {
  test("when a member of the Resident Panel leaves early, the earlier of the two ends counts", () => {
    const panel = documents.residentPanel;
    const term = termEndsOn(panel, "2024-04-01") ?? "";
    const items = [
      ...retentionItemsFor(panel, "panelTermEnd", term).filter(({ ruleKey }) => ruleKey === "panel-term"),
      ...retentionItemsFor(panel, "left", "2026-02-10").filter(({ ruleKey }) => ruleKey === "early-leaver"),
    ];
    expect(term).toBe("2027-03-31");
    expect(firstDue(items)).toEqual({
      ruleKey: "early-leaver",
      triggeredOn: "2026-02-10",
      dueOn: "2026-08-10",
      action: "delete",
    });
  });
  test("on the same day deleting comes before keeping", () => {
    const item = (action: DueItem["action"]): DueItem => ({
      ruleKey: action,
      triggeredOn: "2026-01-01",
      dueOn: "2026-02-01",
      action,
    });
    expect(firstDue([item("review"), item("anonymise"), item("delete")])?.action).toBe("delete");
    expect(firstDue([])).toBeNull();
  });
  test("a panel without a term has no end of term", () => {
    expect(termEndsOn(documents.connect, "2026-01-01")).toBeNull();
  });
});

describe("RT-2: a hold puts deletion off", () => {
  const item: DueItem = { ruleKey: "x", triggeredOn: "2026-05-01", dueOn: "2026-11-01", action: "delete" };
  test.each([
    ["before it is due", "2026-10-31", [], false],
    ["on the day", "2026-11-01", [], true],
    ["while held", "2026-11-15", [{ from: "2026-10-01", liftedOn: null }], false],
    ["RR-10 T: while a restriction stands", "2026-11-01", [{ from: "2026-11-01", liftedOn: null }], false],
    [
      "T: lifted 1 December, due 1 November: the next run deletes",
      "2026-12-01",
      [{ from: "2026-10-01", liftedOn: "2026-12-01" }],
      true,
    ],
  ] as const)("%s", (_name, today, holds, expected) => {
    expect(mayDispose(item, holds, today)).toBe(expected);
  });
});
