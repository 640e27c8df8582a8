import { describe, expect, test } from "vitest";
import { asksFirst, choiceStanding, decisionFor, mayStop } from "@/lib/policy/choice";
import { firstDecision, offeredPurposes, optionalFields } from "@/lib/policy/join-choices";
import type { PolicyDocument, Purpose } from "@/lib/policy/document";
import { decision, noon } from "./gate-makers";
import { documents } from "./presets";

const { citizensTogether, customerVoices, residentPanel, connect } = documents;

function purpose(document: PolicyDocument, key: string): Purpose {
  const found = document.purposes.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no purpose ${key}`);
  return found;
}

describe("which choice needs a yes first", () => {
  test.each([
    ["consent, any channel", purpose(customerVoices, "research"), "post", true],
    ["consent, no channel", purpose(residentPanel, "emailAnalytics"), null, true],
    [
      "marketing by e-mail on legitimate interests without a soft opt-in",
      purpose(citizensTogether, "promotion"),
      "email",
      true,
    ],
    ["marketing by post on legitimate interests", purpose(citizensTogether, "promotion"), "post", false],
    ["research on legitimate interests", purpose(citizensTogether, "research"), "email", false],
    ["research on a public task", purpose(residentPanel, "research"), "email", false],
  ] as const)("%s: %s", (_name, about, channel, expected) => {
    expect(asksFirst(about, channel)).toBe(expected);
  });
});

describe("the decision a new answer makes", () => {
  const standing = (about: Purpose, ...facts: Parameters<typeof choiceStanding>[2]) =>
    choiceStanding(about, "email", facts, noon);
  const studies = purpose(customerVoices, "research");
  const surveys = purpose(citizensTogether, "research");
  const given = decision("given", "2026-03-01", { purposeKey: "research" });

  test("a first yes is a consent, a first no a refusal", () => {
    expect(decisionFor(studies, standing(studies), "yes")).toBe("given");
    expect(decisionFor(studies, standing(studies), "no")).toBe("refused");
  });
  test("a later no withdraws a consent", () => {
    expect(decisionFor(studies, standing(studies, given), "no")).toBe("withdrawn");
  });
  test("a no to what rests on legitimate interests is an objection, never a withdrawal", () => {
    expect(decisionFor(surveys, standing(surveys), "no")).toBe("objected");
  });
  test("saying what already holds records nothing", () => {
    expect(decisionFor(studies, standing(studies, given), "yes")).toBeNull();
    expect(decisionFor(surveys, standing(surveys), "yes")).toBeNull();
  });
  test("what the law demands cannot be stopped", () => {
    expect(mayStop(purpose(connect, "noticeChanges"))).toBe(false);
    expect(mayStop(purpose(connect, "promotion"))).toBe(true);
  });
});

describe("joining", () => {
  const reach = { phone: true, address: true };
  test("CN-1: a consent panel asks each purpose on each channel apart", () => {
    const asked = offeredPurposes(customerVoices, reach).flatMap(({ choices }) => choices);
    const questions = asked.filter(({ way }) => way === "question").map(({ ask }) => ask);
    expect(new Set(questions).size).toBe(questions.length);
    expect(questions).toEqual(
      expect.arrayContaining([
        "May we e-mail you about studies you could take part in?",
        "May we text you news about Customer Voices?",
      ]),
    );
  });
  test("LB-7: a legitimate-interests panel offers the objection at the start", () => {
    const research = offeredPurposes(citizensTogether, reach).find((one) => one.purpose.key === "research");
    expect(research?.choices.map(({ way }) => way)).toEqual([
      "objection",
      "objection",
      "objection",
      "objection",
    ]);
  });
  test("a channel nobody can be reached on is not asked about", () => {
    const offered = offeredPurposes(customerVoices, { phone: false, address: false });
    const asked = offered.flatMap(({ choices }) => choices.map(({ channel }) => channel));
    expect(new Set(asked)).toEqual(new Set(["email", null]));
  });
  test("an objection box left empty records nothing; a question left at no records a refusal", () => {
    const surveys = purpose(citizensTogether, "research");
    const studies = purpose(customerVoices, "research");
    const box = { purposeKey: "research", channel: "email", way: "objection", ask: null } as const;
    expect(firstDecision(surveys, box, "yes")).toBeNull();
    expect(firstDecision(surveys, box, "no")).toBe("objected");
    expect(firstDecision(studies, { ...box, way: "question", ask: "May we?" }, "no")).toBe("refused");
  });
  test("SC-3: sensitive questions stand apart from the others", () => {
    const { plain, sensitive } = optionalFields(connect);
    expect(sensitive.map(({ key }) => key)).toEqual(["ethnicity", "religion"]);
    expect(plain.some(({ specialCategory }) => specialCategory !== undefined)).toBe(false);
  });
});
