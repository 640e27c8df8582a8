import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { specialCategories, type Art9Condition, type PolicyDocument } from "@/lib/policy/document";
import { choosable, mayQueryMonitoring, segmentFields, segmentRefusal } from "@/lib/policy/segment";
import {
  equalityMonitoringCategories,
  isExplicit,
  mayHoldSensitive,
  monitoringCounts,
  monitoringEndsOn,
  monitoringStop,
  rawTextExport,
  shownWhenBooking,
} from "@/lib/policy/special-category";
import { staffRoles } from "@/lib/policy/vocabulary";
import { documents } from "./presets";

// law.md 2: sensitive answers, and what may never be done with them.

const today = "2026-11-21";
const record = {
  key: "apd",
  kind: "appropriatePolicyDocument",
  title: "Equality monitoring",
  ownerRole: "Data protection officer",
  approvedOn: "2026-01-01",
  reviewOn: "2027-01-01",
} as const;
type Records = Pick<PolicyDocument, "accountability">;
const inForce: Records = { accountability: [record] };
const ethnicity = {
  specialCategory: "ethnicOrigin",
  art9Condition: "substantialPublicInterestPara8",
  appropriatePolicyDocumentKey: "apd",
} as const;

describe("what may be held", () => {
  test("SC-2 T: nothing without a condition", () => {
    expect(mayHoldSensitive({ ...ethnicity, art9Condition: null }, inForce, today)).toBe(false);
  });
  test("SC-4 T: paragraph 8 while its policy document is not in force: the form is off", () => {
    expect(mayHoldSensitive(ethnicity, inForce, today)).toBe(true);
    expect(mayHoldSensitive(ethnicity, { accountability: [] }, today)).toBe(false);
    expect(mayHoldSensitive(ethnicity, inForce, "2027-01-02")).toBe(false);
    expect(mayHoldSensitive(ethnicity, inForce, "2025-12-31")).toBe(false);
  });
  test("SC-5: paragraph 8 covers four categories", () => {
    const held = specialCategories.filter((specialCategory) =>
      mayHoldSensitive({ ...ethnicity, specialCategory }, inForce, today),
    );
    expect(held.toSorted()).toEqual([...equalityMonitoringCategories].toSorted());
  });
  test("I10: whatever is held has a condition, and substantial public interest a document in force", () => {
    const conditions: readonly Art9Condition[] = [
      "explicitConsent",
      "substantialPublicInterestPara6",
      "substantialPublicInterestPara8",
    ];
    const rows = fc.record({
      specialCategory: fc.constantFrom(...specialCategories),
      art9Condition: fc.option(fc.constantFrom(...conditions), { nil: null }),
      appropriatePolicyDocumentKey: fc.constantFrom("apd", "other", null),
    });
    const day = fc.integer({ min: 2025, max: 2028 }).map((year) => `${year}-06-15`);
    fc.assert(
      fc.property(rows, day, fc.boolean(), (row, on, filed) => {
        const records: Records = filed ? inForce : { accountability: [] };
        if (!mayHoldSensitive(row, records, on)) return;
        expect(row.art9Condition).not.toBeNull();
        if (row.art9Condition === "explicitConsent") return;
        expect(row.appropriatePolicyDocumentKey).toBe("apd");
        expect(filed && record.approvedOn <= on && on <= record.reviewOn).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("SC-3: explicit consent", () => {
  const act = { statementShown: "Use my ethnicity to …", affirmed: true, partOfJoining: false };
  test('T: pressing "Join" is none', () => {
    expect(isExplicit({ ...act, partOfJoining: true })).toBe(false);
    expect(isExplicit({ ...act, statementShown: null })).toBe(false);
    expect(isExplicit({ ...act, affirmed: false })).toBe(false);
    expect(isExplicit(act)).toBe(true);
  });
});

test("SC-3 T: nobody has to answer a sensitive question to join", () => {
  const sensitive = Object.values(documents)
    .flatMap(({ fields }) => fields)
    .filter(({ art9Condition }) => art9Condition !== undefined);
  expect(sensitive.length).toBeGreaterThan(0);
  expect(sensitive.filter(({ required }) => required)).toEqual([]);
});

describe("SC-5: equality monitoring", () => {
  test("T: the panel's mix beside all tenants: allowed", () => {
    expect(mayQueryMonitoring({ aggregate: true, listsPersons: false })).toBe(true);
  });
  test('T: "show me the applicants of one group": blocked', () => {
    expect(mayQueryMonitoring({ aggregate: true, listsPersons: true })).toBe(false);
    expect(mayQueryMonitoring({ aggregate: false, listsPersons: false })).toBe(false);
  });
  const notice = { givenOn: "2026-11-01", written: true, days: 14, takenBackOn: null };
  test("T: a written notice of 14 days: gone by day 14, with no reason asked", () => {
    expect(monitoringEndsOn(notice)).toBe("2026-11-15");
    expect(monitoringCounts([notice], "2026-11-14")).toBe(true);
    expect(monitoringCounts([notice], "2026-11-15")).toBe(false);
  });
  test("a notice that was taken back, or only spoken, ends nothing", () => {
    expect(monitoringCounts([{ ...notice, takenBackOn: "2026-11-10" }], "2026-12-01")).toBe(true);
    expect(monitoringCounts([{ ...notice, written: false }], "2026-12-01")).toBe(true);
  });
  test("odd days end it at once", () => {
    expect(monitoringEndsOn({ ...notice, days: Number.NaN })).toBe("2026-11-01");
    expect(monitoringEndsOn({ ...notice, days: -3 })).toBe("2026-11-01");
  });
  test("nobody waits longer than a month for it, however many days they wrote", () => {
    expect(monitoringEndsOn({ ...notice, days: 365 })).toBe("2026-12-02");
  });
  test('12 row 5: "take it back" is a written stop notice where there was never a yes', () => {
    expect(monitoringStop("substantialPublicInterestPara8")).toBe("writtenStopNotice");
    expect(monitoringStop("explicitConsent")).toBe("withdrawal");
    expect(monitoringStop("substantialPublicInterestPara6")).toBe("objection");
  });
});

describe("SC-6: choosing people", () => {
  const field = {
    key: "ethnicity",
    art9Condition: "substantialPublicInterestPara8",
    gatheredAs: "profile",
  } as const;
  const without = { explicitTargetingConsent: false };
  test("T: a rule on a paragraph-8 field is refused, the same rule on a yes to exactly that is not", () => {
    expect(segmentRefusal("research", field, without)).toBe("equalityMonitoring");
    expect(segmentRefusal("research", field, { explicitTargetingConsent: true })).toBeNull();
    const members = [{ agreedToTargeting: ["ethnicity"] }, { agreedToTargeting: [] }];
    expect(choosable("ethnicity", members)).toEqual([members[0]]);
  });
  test("a yes to holding a sensitive answer is none to being chosen by it", () => {
    const held = { key: "health", art9Condition: "explicitConsent", gatheredAs: "profile" } as const;
    expect(segmentRefusal("research", held, without)).toBe("sensitiveWithoutConsent");
    expect(segmentRefusal("research", held, { explicitTargetingConsent: true })).toBeNull();
    expect(segmentFields("research", [held])).toEqual([]);
  });
  test("PE-7 T: choosing people for marketing hides what they answered in research", () => {
    const answers = { key: "survey-3", art9Condition: null, gatheredAs: "research" } as const;
    const area = { key: "area", art9Condition: null, gatheredAs: "profile" } as const;
    expect(segmentFields("directMarketing", [answers, area, field])).toEqual([area]);
    expect(segmentFields("research", [answers, area, field])).toEqual([answers, area]);
    expect(segmentRefusal("directMarketing", answers, { explicitTargetingConsent: true })).toBe(
      "researchAnswers",
    );
  });
});

test("SC-7 T: booking shows the adjustment of who attends, never a monitoring answer", () => {
  expect(shownWhenBooking({ store: "monitoring", attends: true })).toBe(false);
  expect(shownWhenBooking({ store: "adjustment", attends: true })).toBe(true);
  expect(shownWhenBooking({ store: "adjustment", attends: false })).toBe(false);
});

test("SC-8 T: raw text goes out to the data protection officer only, and every try is recorded", () => {
  expect(staffRoles.filter((role) => rawTextExport(role).allowed)).toEqual(["dpo"]);
  expect(staffRoles.every((role) => rawTextExport(role).recorded)).toBe(true);
});
