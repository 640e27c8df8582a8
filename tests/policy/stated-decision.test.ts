import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consentStanding } from "@/lib/policy/consent-standing";
import type { ConsentFact } from "@/lib/policy/gate/types";
import { purposeOf } from "@/lib/policy/purpose";
import { countsFrom, isProven, recordedAs, weighLines, type StatedLine } from "@/lib/policy/stated-decision";
import type { Purpose } from "@/lib/policy/document";
import { presetDocument } from "../support/panel";

const now = Date.UTC(2026, 10, 21, 12);
const proof = {
  ...{ method: "phone" as const, wording: "May we?", scriptVersion: "4", notice: 1, recordedBy: "Officer" },
};

function purpose(preset: string, key: string): Purpose {
  const found = purposeOf(presetDocument(preset), key);
  if (found === null) throw new Error(key);
  return found;
}

describe("the proof of a yes", () => {
  it.each([
    ["spoken, with its script", proof, true],
    ["spoken without a script (CN-9)", { ...proof, scriptVersion: "" }, false],
    ["on paper with its words", { ...proof, method: "paper" as const, scriptVersion: "" }, true],
    ["on paper without its words", { ...proof, method: "paper" as const, wording: "" }, false],
    ["with no notice", { ...proof, notice: null }, false],
    ["taken by nobody", { ...proof, recordedBy: "" }, false],
    ["from another system, which says only yes (CN-2)", { ...proof, method: "import" as const }, false],
  ])("%s", (_, given, proven) => {
    expect(isProven(given)).toBe(proven);
  });
});

describe("what is recorded", () => {
  it.each([
    ["customer-voices", "research", "objected", "withdrawn"],
    ["citizens-together", "research", "withdrawn", "objected"],
    ["citizens-together", "research", "given", "given"],
  ] as const)("in %s for %s, a person who %s is recorded as %s", (preset, key, said, recorded) => {
    expect(recordedAs(purpose(preset, key), said)).toBe(recorded);
  });
});

describe("a day as an instant", () => {
  const yesAt = Date.UTC(2026, 10, 3, 15);
  const yes: ConsentFact = {
    ...{ purposeKey: "research", channel: "email", decision: "given", method: "web" },
    ...{ effectiveAt: yesAt, recordedAt: yesAt, validUntil: null, evidenced: true },
  };
  it("begins the day in London, winter and summer", () => {
    expect(countsFrom("2026-11-03", "given", [], now)).toBe(Date.UTC(2026, 10, 3));
    expect(countsFrom("2026-07-03", "refused", [], now)).toBe(Date.UTC(2026, 6, 2, 23));
  });
  it("is not outrun by a yes of the same day", () => {
    expect(countsFrom("2026-11-03", "withdrawn", [yes], now)).toBe(yesAt);
    expect(countsFrom("2026-11-04", "withdrawn", [yes], now)).toBe(Date.UTC(2026, 10, 4));
  });
});

const day = fc.integer({ min: 1, max: 20 }).map((date) => `2026-11-${String(date).padStart(2, "0")}`);
const channel = fc.constantFrom("email" as const, "sms" as const, null);
const line = fc.record({
  purposeKey: fc.constant("research"),
  channel,
  decision: fc.constantFrom("given" as const, "refused" as const, "withdrawn" as const, "objected" as const),
  day,
}) satisfies fc.Arbitrary<StatedLine>;
const instant = fc.integer({ min: Date.UTC(2026, 9, 1), max: now });
const stored = fc.record({
  purposeKey: fc.constant("research"),
  channel,
  decision: fc.constantFrom("given" as const, "refused" as const, "withdrawn" as const, "objected" as const),
  method: fc.constantFrom("web" as const, "phone" as const, "import" as const),
  effectiveAt: instant,
  recordedAt: fc.constant(now),
  validUntil: fc.constant(null),
  evidenced: fc.boolean(),
});

describe("a list", () => {
  it("never opens what a no closed, whatever the no's day and the yes's proof (I2)", () => {
    const known = () => purpose("customer-voices", "research");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.array(stored, { maxLength: 6 }), (lines, before) => {
        const facts = weighLines(
          known,
          lines,
          before,
          () => true,
          () => null,
          now,
        ).map(({ fact }) => fact);
        for (const one of ["email", "sms"] as const) {
          const was = consentStanding(before, "research", one, now, "thisOrEveryChannel");
          const is = consentStanding([...before, ...facts], "research", one, now, "thisOrEveryChannel");
          if (was.stop !== null) expect(is.state).not.toBe("given");
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("never gives a yes that is not proven (CN-2)", () => {
    const known = () => purpose("customer-voices", "research");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const facts = weighLines(
          known,
          lines,
          [],
          () => false,
          () => null,
          now,
        ).map(({ fact }) => fact);
        expect(consentStanding(facts, "research", "email", now, "thisOrEveryChannel").state).not.toBe(
          "given",
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
