import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOfDay, londonDate, startOfDay } from "@/lib/policy/civil";
import { attemptIsBreach, breachDuties, regulatorToldBy, showsOthers } from "@/lib/policy/incident";
import { complaintDuty, inForceAt, lawChanges, pecrCeiling, type LawChange } from "@/lib/policy/law-in-force";
import { noticeDueOn, variantFor } from "@/lib/policy/notice-due";
import { regulatorOn } from "@/lib/policy/regulator";
import { instant } from "./arbitrary";
import { moment, noon } from "./gate-makers";

// law.md 0.2, 5, AC-6, PE-11, PE-15, RR-12, I12: days and clocks.

describe("0.2: the law of the day", () => {
  test("T: a complaint of 18 June 2026 starts no statutory clock, one of 19 June does", () => {
    expect(complaintDuty("2026-06-18")).toBe(false);
    expect(complaintDuty("2026-06-19")).toBe(true);
    expect(complaintDuty("soon")).toBe(false);
  });
  test("each change has the day of its commencement", () => {
    const ofFebruary = [
      ...(["charitySoftOptIn", "recognisedInterests", "newRequestClock", "newAutomatedDecisions"] as const),
      ...(["newTransfers", "deviceStorageExceptions", "higherPecrFines"] as const),
    ];
    expect(lawChanges).toEqual({
      ...Object.fromEntries(ofFebruary.map((change) => [change, "2026-02-05"])),
      ...{
        reasonableSearch: "2024-01-01",
        firstCommencement: "2025-08-20",
        complaintToController: "2026-06-19",
      },
      ...{ stairsPublication: "2026-10-01", stairsRequests: "2027-04-01" },
    });
  });
  test("every change begins at midnight in London, and not before", () => {
    for (const [change, day] of Object.entries(lawChanges)) {
      const start = startOfDay(day) ?? 0;
      expect(inForceAt(change as LawChange, start)).toBe(true);
      expect(inForceAt(change as LawChange, start - 1)).toBe(false);
    }
  });
  test("PE-15: what was done before 5 February 2026 has the old ceiling", () => {
    expect(pecrCeiling(moment("2026-02-04T23:59"))).toBe("£500,000");
    expect(pecrCeiling(moment("2026-02-05"))).toContain("17.5");
  });
});

describe("RR-12: the regulator of the day", () => {
  const entry = (from: string, name: string) => ({ from, name, website: "https://r.example", phone: "0" });
  const document = { regulator: [entry("2027-01-01", "new"), entry("2018-05-25", "old")] };
  test("T: a letter of 31 December has the old row, one of 1 January the new", () => {
    expect(regulatorOn(document, "2026-12-31")?.name).toBe("old");
    expect(regulatorOn(document, "2027-01-01")?.name).toBe("new");
    expect(regulatorOn(document, null)?.name).toBe("new");
    expect(regulatorOn(document, "2018-05-24")).toBeNull();
  });
});

describe("AC-6: a breach", () => {
  test("T: CC instead of BCC on Friday at 17:00: the regulator by Monday at 17:00", () => {
    expect(regulatorToldBy(moment("2026-11-20T17:00"))).toBe(moment("2026-11-23T17:00"));
  });
  test("72 hours are hours, also over a change of clocks", () => {
    expect(regulatorToldBy(moment("2026-10-24T12:00"))).toBe(moment("2026-10-27T12:00"));
    expect(regulatorToldBy(Number.NaN)).toBeNull();
  });
  test("who is told follows the risk; the register has all", () => {
    expect(breachDuties("unlikely")).toEqual({ regulator: false, people: false, register: true });
    expect(breachDuties("risk")).toEqual({ regulator: true, people: false, register: true });
    expect(breachDuties("high")).toEqual({ regulator: true, people: true, register: true });
  });
  test("T: two people in To or Cc see each other", () => {
    expect(showsOthers(2)).toBe(true);
    expect(showsOthers(1)).toBe(false);
  });
  test("PE-11 T: a mail that bounced counts as sent, if it should not have been", () => {
    expect(attemptIsBreach({ permitted: false, outcome: "bounced" })).toBe(true);
    expect(attemptIsBreach({ permitted: true, outcome: "bounced" })).toBe(false);
  });
});

describe("TR-2: details that came from others", () => {
  const obtained = {
    obtainedOn: "2027-01-10",
    source: "Housing records",
    firstMessageOn: null,
    firstDisclosureOn: null,
  };
  test("T: brought in on 10 January 2027: a notice by 10 February", () => {
    expect(noticeDueOn(obtained)).toBe("2027-02-10");
  });
  test("T: a first invitation on 20 January: with it or before it", () => {
    expect(noticeDueOn({ ...obtained, firstMessageOn: "2027-01-20" })).toBe("2027-01-20");
    expect(noticeDueOn({ ...obtained, firstDisclosureOn: "2027-01-15" })).toBe("2027-01-15");
  });
  test("T: without a source nothing is brought in", () => {
    expect(noticeDueOn({ ...obtained, source: " " })).toBeNull();
  });
});

test("TR-4 T: who needs large print gets the large print, or nothing they cannot read", () => {
  const variants = [
    { id: "1", language: "en", format: "standard" },
    { id: "2", language: "en", format: "largePrint" },
  ];
  expect(variantFor(variants, { language: "en", format: "largePrint" })?.id).toBe("2");
  expect(variantFor(variants, { language: "cy", format: "largePrint" })).toBeNull();
});

describe("I12: instants are UTC, legal days are London's", () => {
  test("23:30 UTC on 30 June is received on 1 July", () => {
    expect(londonDate(moment("2026-06-30T23:30"))).toBe("2026-07-01");
    expect(londonDate(moment("2026-12-31T23:30"))).toBe("2026-12-31");
  });
  test("every instant lies in its own day, and each day ends where the next begins", () => {
    fc.assert(
      fc.property(instant, (at) => {
        const day = londonDate(at) ?? "";
        const start = startOfDay(day) ?? Number.NaN;
        const end = endOfDay(day) ?? Number.NaN;
        expect(start <= at && at < end).toBe(true);
        expect([23, 24, 25]).toContain((end - start) / 3_600_000);
        expect(londonDate(end)).not.toBe(day);
        expect(londonDate(end - 1)).toBe(day);
      }),
      { numRuns: 1_000 },
    );
  });
  test("a London clock, read in another way, says the same day", () => {
    const clock = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });
    fc.assert(
      fc.property(instant, (at) => {
        expect(londonDate(at)).toBe(clock.format(at));
      }),
      { numRuns: 1_000 },
    );
    expect(londonDate(noon)).toBe("2026-11-21");
  });
});
