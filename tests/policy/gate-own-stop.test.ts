import { describe, expect, it } from "vitest";
import { decide } from "@/lib/policy/gate/decide";
import type { ConsentFact, SuppressionFact } from "@/lib/policy/gate/types";
import { facts, moment, noon, purpose, request } from "./gate-makers";

// law.md I3: only a new, evidenced consent given by that person after the objection opens anything again.

const stoppedAt = moment("2026-06-01T09:00");
const stop: SuppressionFact = { purposeKey: null, channel: null, recordedAt: stoppedAt, own: true };

const later: ConsentFact = {
  purposeKey: "promotion",
  channel: "email",
  decision: "given",
  method: "web",
  effectiveAt: stoppedAt + 1,
  recordedAt: stoppedAt + 1,
  validUntil: null,
  evidenced: true,
};

function codeOf(consents: readonly ConsentFact[], stops: readonly SuppressionFact[] = [stop]): string {
  const known = facts({
    purpose: purpose({ lawfulBasis: "consent" }),
    consents,
    member: { suppressions: stops },
  });
  return decide(request(), known, noon).code;
}

describe("a person's own stop for everything", () => {
  it("ends for exactly what they later say yes to", () => {
    expect(codeOf([later])).toBe("permitted");
  });

  it.each([
    ["a yes from before", { ...later, effectiveAt: stoppedAt - 1, recordedAt: stoppedAt - 1 }],
    ["a yes of the same moment", { ...later, effectiveAt: stoppedAt, recordedAt: stoppedAt }],
    ["a yes recorded later, given before", { ...later, effectiveAt: stoppedAt - 1 }],
    ["a yes that staff wrote down", { ...later, method: "phone" }],
    ["a yes of an import", { ...later, method: "import" }],
  ] as const)("stays against %s", (_what, yes) => {
    expect(codeOf([yes])).toBe("suppression.person");
  });

  it.each([
    ["to another channel", { ...later, channel: "sms" }],
    ["to every channel at once", { ...later, channel: null }],
    ["to another purpose", { ...later, purposeKey: "events" }],
    ["without proof", { ...later, evidenced: false }],
    ["that has run out", { ...later, validUntil: noon - 1 }],
  ] as const)("stays against a yes %s", (_what, yes) => {
    expect(codeOf([yes])).toBe("suppression.person");
  });

  it("stays against a later yes without proof, also where an earlier one with proof still counts", () => {
    const earlier = { ...later, effectiveAt: stoppedAt - 1, recordedAt: stoppedAt - 1 };
    expect(codeOf([earlier, { ...later, evidenced: false }])).toBe("suppression.person");
  });

  it("stays where a newer one came after the yes, and where it was taken back", () => {
    expect(codeOf([later], [stop, { ...stop, recordedAt: later.recordedAt + 1 }])).toBe("suppression.person");
    const withdrawn = { ...later, decision: "withdrawn" as const, effectiveAt: later.effectiveAt + 1 };
    expect(codeOf([later, withdrawn])).toBe("consent.withdrawn");
  });

  it("is the person's alone: a stop of somebody else at the address stays", () => {
    const { own: _own, ...ofAnother } = stop;
    expect(codeOf([later], [ofAnother])).toBe("suppression.person");
  });
});
