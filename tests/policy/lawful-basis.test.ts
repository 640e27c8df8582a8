import { describe, expect, test } from "vitest";
import { automatedOutcome } from "@/lib/policy/automated-decision";
import { mayReachOnOtherBasis } from "@/lib/policy/basis-change";
import { consentStates } from "@/lib/policy/consent-standing";
import { mayApproveFirstMessage, mayGoOn, objectionStatus } from "@/lib/policy/objection";
import { recognisedInterest } from "@/lib/policy/recognised-interest";
import { isStatistics, mayReuse } from "@/lib/policy/reuse";
import { rightApplies } from "@/lib/policy/rights";
import { stopEffects } from "@/lib/policy/stop";
import { lawfulBases } from "@/lib/policy/vocabulary";
import { moment, noon } from "./gate-makers";
import { documents } from "./presets";

// law.md 1: what each lawful basis allows, and what nobody may do with it.

describe("LB-1: a basis is kept", () => {
  test('T: "focus groups" withdrawn, staff try legitimate interests: blocked, and the DPO is told', () => {
    expect(
      mayReachOnOtherBasis({ from: "consent", to: "legitimateInterests", standing: "withdrawn" }),
    ).toMatchObject({ allowed: false, alertDpo: true });
  });
  test("no basis at all takes the place of a no", () => {
    for (const to of lawfulBases.filter((basis) => basis !== "legitimateInterests")) {
      for (const standing of ["refused", "withdrawn", "objected"] as const) {
        expect(mayReachOnOtherBasis({ from: "legitimateInterests", to, standing }).allowed).toBe(false);
      }
    }
  });
  test("what rested on a yes rests on nothing else, whatever became of the yes", () => {
    const others = lawfulBases.filter((basis) => basis !== "consent");
    const answers = others.flatMap((to) =>
      consentStates.map((standing) => mayReachOnOtherBasis({ from: "consent", to, standing })),
    );
    expect(answers).toHaveLength(others.length * consentStates.length);
    expect(answers.filter(({ allowed, alertDpo }) => allowed || !alertDpo)).toEqual([]);
  });
  test("moving to consent takes a yes", () => {
    const change = { from: "legitimateInterests", to: "consent" } as const;
    expect(mayReachOnOtherBasis({ ...change, standing: "none" }).allowed).toBe(false);
    expect(mayReachOnOtherBasis({ ...change, standing: "given" }).allowed).toBe(true);
  });
});

describe("LB-5: an objection restricts at once", () => {
  test("T: to research on legitimate interests: pending, and decided within the clock", () => {
    const status = objectionStatus("legitimateInterests", "research", moment("2026-11-30T10:00"));
    expect(status).toEqual({ status: "restrictedPending", segments: "excluded", decideBy: "2026-12-30" });
    expect(mayGoOn(status, { byRole: "dpo", grounds: "compelling", reasons: "A court case" })).toBe(true);
    expect(mayGoOn(status, { byRole: "dpo", grounds: "compelling", reasons: " " })).toBe(false);
    expect(mayGoOn(status, { byRole: "engagement", grounds: "compelling", reasons: "We like it" })).toBe(
      false,
    );
  });
  test("LB-6 T: to marketing: stopped, out of segments and not only out of sends, never balanced", () => {
    const status = objectionStatus("legitimateInterests", "directMarketing", noon);
    expect(status).toEqual({ status: "stopped", segments: "excluded" });
    expect(mayGoOn(status, { byRole: "dpo", grounds: "compelling", reasons: "Sales" })).toBe(false);
  });
  test("14 in row 12: a contract is not objected to", () => {
    expect(objectionStatus("contract", "service", noon).status).toBe("notApplicable");
  });
});

test("LB-7 T: a first message without a separate objection block is not approved", () => {
  expect(mayApproveFirstMessage("none")).toBe(false);
  expect(mayApproveFirstMessage("amongOtherThings")).toBe(false);
  expect(mayApproveFirstMessage("separate")).toBe(true);
});

describe("LB-8: a recognised legitimate interest", () => {
  const harm = {
    condition: "safeguarding",
    necessity: "A child may be at risk; only the council can act.",
    publicAuthorityTask: false,
    forMessages: false,
    solelyAutomated: false,
    at: noon,
  } as const;
  test.each([
    ["T: harm told in a focus group, with a note of necessity", harm, "accepted"],
    ["T: inviting to a survey", { ...harm, forMessages: true }, "noCondition"],
    ["no condition of Annex 1", { ...harm, condition: null }, "noCondition"],
    ["LB-2: a public authority's task", { ...harm, publicAuthorityTask: true }, "publicTask"],
    ["no necessity", { ...harm, necessity: " " }, "noNecessity"],
    ["22B(4): decided by a computer", { ...harm, solelyAutomated: true }, "automated"],
    ["0.2: the day before it was law", { ...harm, at: moment("2026-02-04T12:00") }, "notInForce"],
  ] as const)("%s: %s", (_name, use, expected) => {
    expect(recognisedInterest(use)).toBe(expected);
  });
});

describe("LB-9: a new use", () => {
  const reuse = {
    collectedOn: "consent",
    use: "otherPurpose",
    compatibilityRecorded: true,
    newNoticeShown: true,
    newConsent: false,
  } as const;
  test.each([
    ["T: real people in a test environment", { ...reuse, use: "testEnvironment" }, "useSyntheticData"],
    [
      "T: a case study without notice",
      { ...reuse, use: "caseStudy", newNoticeShown: false, collectedOn: "contract" },
      "needsNotice",
    ],
    [
      "T: a case study without a yes",
      { ...reuse, use: "caseStudy", collectedOn: "contract" },
      "needsConsent",
    ],
    ["T: a case study with both", { ...reuse, use: "caseStudy", newConsent: true }, "allowed"],
    [
      "8A(4): a consent is not stretched, not for research either",
      { ...reuse, use: "research" },
      "needsConsent",
    ],
    ["another basis with a record of compatibility", { ...reuse, collectedOn: "contract" }, "allowed"],
    [
      "another basis without one",
      { ...reuse, collectedOn: "contract", compatibilityRecorded: false },
      "needsRecord",
    ],
  ] as const)("%s: %s", (_name, asked, expected) => {
    expect(mayReuse(asked)).toBe(expected);
  });
});

test("LB-10 T: a dashboard that opens on one member is not statistics", () => {
  const output = { aggregate: true, drillsToPerson: false, usedForDecisionsAboutPersons: false };
  expect(isStatistics(output)).toBe(true);
  expect(isStatistics({ ...output, drillsToPerson: true })).toBe(false);
  expect(isStatistics({ ...output, usedForDecisionsAboutPersons: true })).toBe(false);
});

describe("LB-11: no computer turns anybody down", () => {
  test("T: a score below the threshold goes to a person", () => {
    const low = { score: 3, threshold: 5, usesSpecialCategory: false };
    expect(automatedOutcome(low)).toBe("humanDecision");
    expect(automatedOutcome(low, true)).toBe("decline");
    expect(automatedOutcome({ ...low, usesSpecialCategory: true }, true)).toBe("humanDecision");
    expect(automatedOutcome({ ...low, score: Number.NaN }, true)).toBe("humanDecision");
    expect(automatedOutcome({ ...low, score: 5 })).toBe("accept");
  });
});

describe("the matrix", () => {
  test("T: portability asked of a public task is refused with reasons", () => {
    expect(rightApplies("portability", "publicTask")).toBe("no");
  });
  test('T: "withdraw my consent" on legitimate interests becomes objections, and suppresses marketing', () => {
    expect(rightApplies("withdraw", "legitimateInterests")).toBe("no");
    const effects = stopEffects(documents.citizensTogether, "promotion", null);
    expect(effects).toContainEqual(expect.objectContaining({ decision: "objected", suppresses: true }));
  });
});
