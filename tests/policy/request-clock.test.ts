import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addPeriod, londonDate } from "@/lib/policy/civil";
import { bankHolidays, lastYearWithHolidays } from "@/lib/policy/request/bank-holidays";
import {
  lateFrom,
  requestClock,
  rollForward,
  type ClockEvent,
  type ClockFacts,
} from "@/lib/policy/request/clock";
import { clockKinds, requestKinds, type RequestClockKind } from "@/lib/policy/request/request";
import { nations, type CivilDate, type Nation } from "@/lib/policy/vocabulary";
import { moment } from "./gate-makers";

// law.md RR-2 to RR-5, I8, I12: by when a request is answered.

const event = (kind: RequestClockKind, on: CivilDate): ClockEvent => ({ kind, on });

function clockOf(receivedOn: CivilDate, events: readonly ClockEvent[] = [], more: Partial<ClockFacts> = {}) {
  return requestClock({
    kind: "access",
    receivedOn,
    events,
    nation: "england",
    today: "2027-01-04",
    ...more,
  });
}

const cases: readonly (readonly [string, CivilDate, readonly ClockEvent[], CivilDate])[] = [
  ["T: plain", "2026-08-31", [], "2026-09-30"],
  ["T: no 31 February, and 28 February is a Sunday", "2027-01-31", [], "2027-03-01"],
  ["T: Christmas, and 28 December in the place of Boxing Day", "2026-11-25", [], "2026-12-29"],
  ["T: extended validly", "2026-11-30", [event("extended", "2026-12-15")], "2027-03-01"],
  [
    "T: identity asked on 3 June, shown on Saturday 20 June",
    "2026-06-01",
    [event("identityAsked", "2026-06-03"), event("identityReceived", "2026-06-20")],
    "2026-07-20",
  ],
  [
    "T: clarified from 9 to 16 November, eight days",
    "2026-11-02",
    [event("clarificationAsked", "2026-11-09"), event("clarificationReceived", "2026-11-16")],
    "2026-12-10",
  ],
];

describe("RR-2 to RR-5: the table, in England and in Scotland", () => {
  test.each(cases)("%s", (_what, receivedOn, events, dueOn) => {
    expect(clockOf(receivedOn, events).dueOn).toBe(dueOn);
    expect(clockOf(receivedOn, events, { nation: "scotland" }).dueOn).toBe(dueOn);
  });

  test.each([
    ["30 November is St Andrew's Day in Scotland only", "2026-10-30", "2026-11-30", "2026-12-01"],
    ["15 June 2026 was proclaimed once, in Scotland only", "2026-05-15", "2026-06-15", "2026-06-16"],
    ["Easter Monday is one in England only", "2026-03-06", "2026-04-07", "2026-04-06"],
  ])("RR-2: %s", (_what, receivedOn, england, scotland) => {
    expect(clockOf(receivedOn).dueOn).toBe(england);
    expect(clockOf(receivedOn, [], { nation: "scotland" }).dueOn).toBe(scotland);
  });

  test("RR-2: Northern Ireland has 17 March and 13 July of its own", () => {
    expect(clockOf("2026-06-13", [], { nation: "northernIreland" }).dueOn).toBe("2026-07-14");
    expect(clockOf("2027-02-17", [], { nation: "northernIreland" }).dueOn).toBe("2027-03-18");
  });

  test("RR-2: of a year whose bank holidays are not published only weekends count, and it says so", () => {
    expect(clockOf("2028-11-25")).toMatchObject({ dueOn: "2028-12-27", holidaysKnown: true });
    expect(clockOf("2029-11-25")).toMatchObject({ dueOn: "2029-12-25", holidaysKnown: false });
  });

  test("RR-2: the last day counts to its end in London, summer and winter", () => {
    expect(lateFrom("2026-09-30")).toBe(moment("2026-09-30T23:00"));
    expect(lateFrom("2026-12-29")).toBe(moment("2026-12-30T00:00"));
    expect(clockOf("2026-08-31", [], { today: "2026-09-30" }).standing).toBe("running");
    expect(clockOf("2026-08-31", [], { today: "2026-10-01" }).standing).toBe("overdue");
    expect(() => lateFrom("soon")).toThrow(RangeError);
  });

  test("I12: a request at 23:30 UTC on 30 June is received on 1 July", () => {
    expect(londonDate(moment("2026-06-30T23:30"))).toBe("2026-07-01");
  });
});

describe("RR-3: what the month counts from", () => {
  test.each([
    ["authorityAsked", "authorityReceived"],
    ["feeAsked", "feePaid"],
    ["identityAsked", "identityReceived"],
  ] as const)("%s stops it, %s starts it anew", (ask, answer) => {
    const asking = clockOf("2026-11-02", [event(ask, "2026-11-04")]);
    expect(asking).toMatchObject({ standing: "waiting", dueOn: "2026-12-02" });
    const answered = clockOf("2026-11-02", [event(ask, "2026-11-04"), event(answer, "2026-11-20")]);
    expect(answered).toMatchObject({ startsOn: "2026-11-20", startedBy: answer, dueOn: "2026-12-21" });
    expect(answered.waitsFor).toEqual([]);
  });

  test("the latest of several counts, however they were typed in", () => {
    const events = [event("feePaid", "2026-11-20"), event("identityReceived", "2026-11-10")];
    expect(clockOf("2026-11-02", events)).toMatchObject({ startsOn: "2026-11-20", startedBy: "feePaid" });
  });
});

describe("RR-4: a clarification pauses", () => {
  const pause = [event("clarificationAsked", "2026-11-09"), event("clarificationReceived", "2026-11-16")];

  test.each(requestKinds.filter((kind) => kind !== "access"))("but not a request of the kind %s", (kind) => {
    expect(clockOf("2026-11-02", pause, { kind })).toMatchObject({ pausedDays: 0, dueOn: "2026-12-02" });
    expect(clockOf("2026-11-02", pause.slice(0, 1), { kind }).standing).not.toBe("waiting");
  });

  test("also the days for the notice of an extension", () => {
    expect(clockOf("2026-11-02", pause).extendBy).toBe("2026-12-10");
    expect(clockOf("2026-11-02", [...pause, event("extended", "2026-12-10")]).dueOn).toBe("2027-02-10");
  });

  test("days of two pauses that overlap are counted once", () => {
    const second = [event("clarificationAsked", "2026-11-12"), event("clarificationReceived", "2026-11-18")];
    expect(clockOf("2026-11-02", [...pause, ...second]).pausedDays).toBe(10);
  });

  test("one without an answer runs to today, and nothing is overdue meanwhile", () => {
    const open = clockOf("2026-11-02", pause.slice(0, 1), { today: "2027-01-04" });
    expect(open).toMatchObject({ pausedDays: 57, standing: "waiting", waitsFor: ["clarification"] });
  });
});

describe("RR-5: an extension", () => {
  test("T: its notice sent a day late does not count, and the case is overdue", () => {
    const inTime = clockOf("2026-08-31", [event("extended", "2026-09-30")], { today: "2026-10-01" });
    expect(inTime).toMatchObject({ extension: "valid", dueOn: "2026-11-30", standing: "running" });
    const late = clockOf("2026-08-31", [event("extended", "2026-10-01")], { today: "2026-10-01" });
    expect(late).toMatchObject({ extension: "late", dueOn: "2026-09-30", standing: "overdue" });
  });

  test("whose notice did not go out lengthens nothing", () => {
    const events = [{ ...event("extended", "2026-09-10"), sent: false }];
    expect(clockOf("2026-08-31", events)).toMatchObject({ extension: "notSent", dueOn: "2026-09-30" });
  });
});

const day = fc.integer({ min: 0, max: 1_000 }).map((days) => addPeriod("2026-02-05", `P${days}D`) ?? "");
const anyEvent: fc.Arbitrary<ClockEvent> = fc.record({ kind: fc.constantFrom(...clockKinds), on: day });
const anyFacts: fc.Arbitrary<ClockFacts> = fc.record({
  kind: fc.constantFrom(...requestKinds),
  receivedOn: day,
  events: fc.array(anyEvent, { maxLength: 6 }),
  nation: fc.constantFrom(...nations),
  today: day,
});

function isWorkingDay(on: CivilDate, nation: Nation): boolean {
  return rollForward(on, nation) === on && ![0, 6].includes(new Date(`${on}T12:00:00Z`).getUTCDay());
}

describe("I8: a due day", () => {
  test("is never before a month is over, and never a weekend or a bank holiday", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { dueOn, startsOn, unrolledOn } = requestClock(facts);
        expect(dueOn >= (addPeriod(startsOn, "P1M") ?? "9999")).toBe(true);
        expect(dueOn >= unrolledOn).toBe(true);
        expect(isWorkingDay(dueOn, facts.nation)).toBe(true);
        expect(bankHolidays[facts.nation].has(dueOn)).toBe(false);
      }),
    );
  });

  test("a pause never moves it earlier; nor does any other happening", () => {
    fc.assert(
      fc.property(anyFacts, day, day, (facts, one, other) => {
        const [from, until] = [one, other].toSorted();
        const pause = [event("clarificationAsked", from ?? ""), event("clarificationReceived", until ?? "")];
        const events = facts.events.filter(({ kind }) => !kind.startsWith("clarification"));
        const before = requestClock({ ...facts, events });
        expect(requestClock({ ...facts, events: [...events, ...pause] }).dueOn >= before.dueOn).toBe(true);
      }),
    );
  });

  test("the order in which happenings are given changes nothing", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const turned = { ...facts, events: facts.events.toReversed() };
        expect(requestClock(turned)).toEqual(requestClock(facts));
      }),
    );
  });

  test("a day that is none is a fault, not a guess", () => {
    expect(() => clockOf("2026-02-30")).toThrow(RangeError);
    expect(() => clockOf("2026-02-27", [event("extended", "soon")])).toThrow(RangeError);
  });
});

describe("the published bank holidays", () => {
  test.each(nations)("%s: real days of known years, never on a weekend, eight a year or more", (nation) => {
    const days = [...bankHolidays[nation]];
    for (const on of days) expect([0, 6]).not.toContain(new Date(`${on}T12:00:00Z`).getUTCDay());
    for (const year of [2026, 2027, lastYearWithHolidays])
      expect(days.filter((on) => on.startsWith(`${year}-`)).length).toBeGreaterThanOrEqual(8);
  });
});
