import { describe, expect, test } from "vitest";
import { claimsAnonymity, kindByWords, promotionalElements, templateAnswer } from "@/lib/policy/message-kind";
import type { MessageKind } from "@/lib/policy/vocabulary";

// law.md 3.1: what the words say decides the kind.

const table: readonly (readonly [string, MessageKind, string, readonly string[]])[] = [
  ["T: a date change", "service", "The meeting moved to 6pm.", []],
  [
    "T: the same with a promotion at the end",
    "service",
    "The meeting moved to 6pm. PS tell your neighbours to join our award-winning panel.",
    ["joinIn", "passOn", "praise"],
  ],
  [
    "T: a survey with money off garage rent",
    "research",
    "Please take our survey and get 10% off garage rent.",
    ["offer", "ownReward"],
  ],
  [
    "T: a survey with a supermarket voucher",
    "research",
    "Please take our survey. You get a £10 supermarket voucher.",
    [],
  ],
  [
    "T, PE-4: asking for a marketing consent",
    "service",
    "Would you like to hear from us about events?",
    ["marketingConsent"],
  ],
  [
    "T: service with a prize draw",
    "service",
    "Your minutes are ready. Enter our prize draw today.",
    ["prizeDraw"],
  ],
  ["T: service with a donation", "service", "Your minutes are ready. Please donate to our fund.", ["donate"]],
  [
    "T: a research text with a campaign link",
    "research",
    "Two questions for you. Get involved and tell your friends.",
    ["passOn"],
  ],
  [
    "an invitation to research asks people to take part by its nature",
    "research",
    "Join a focus group on repairs.",
    [],
  ],
  ["direct marketing may promote", "directMarketing", "Join our panel and win a prize.", []],
  ["a rights reply is judged by what caused it", "rightsReply", "You asked to join. Here is your data.", []],
  ["minutes", "service", "Here are the minutes of the panel meeting on 3 May.", []],
];

test.each(table)("%s", (_name, kind, text, expected) => {
  expect(promotionalElements(kind, text).map(({ element }) => element)).toEqual(expected);
});

test("PE-1 T: a wellbeing campaign to named tenants is direct marketing although nothing is sold", () => {
  expect(kindByWords("service", "Hello Robin, our free wellbeing campaign starts on Monday.")).toBe(
    "directMarketing",
  );
});

test.each([
  ["PE-6 T", "service", "The meeting moved to 6pm.", "service"],
  ["PE-3 T", "service", "The meeting moved to 6pm. Join our award-winning panel.", "directMarketing"],
  ["PE-2 T", "research", "Take our survey. 10% off your garage rent.", "directMarketing"],
  ["PE-2 T", "research", "Take our survey. £10 supermarket voucher.", "research"],
  ["PE-2 [D]", "research", "Take our survey and get rent credit.", "directMarketing"],
  ["PE-4 T", "service", "Would you like to hear from us?", "directMarketing"],
  ["3.3 T", "research", "Two questions. Please back our campaign.", "directMarketing"],
] as const)("%s: what is called %s and says %j is %s", (_rule, kind, text, expected) => {
  expect(kindByWords(kind, text)).toBe(expected);
});

describe("PE-6 T: a service template with a prize draw", () => {
  const text = "Your minutes are ready. Enter our prize draw.";
  const review = {
    kind: "service",
    reviewedBy: "staff-1",
    reason: "Minutes only",
    approvedBy: null,
  } as const;
  test("needs a second person", () => {
    expect(templateAnswer(review, text)).toBe("needsSecondPerson");
    expect(templateAnswer({ ...review, approvedBy: "staff-1" }, text)).toBe("needsSecondPerson");
    expect(templateAnswer({ ...review, approvedBy: "staff-2" }, text)).toBe("usable");
  });
  test("needs a reviewer and a reason whatever it says", () => {
    expect(templateAnswer({ ...review, reason: " " }, "The meeting moved to 6pm.")).toBe("notReviewed");
    expect(templateAnswer(review, "The meeting moved to 6pm.")).toBe("usable");
  });
});

describe("TR-5: a claim of anonymity", () => {
  test.each([
    ["This survey is anonymous.", true],
    ["Answers are anonymised.", true],
    ["This survey is confidential. It is not anonymous.", false],
    ["We keep your answers confidential.", false],
  ])("%s", (text, expected) => {
    expect(claimsAnonymity(text)).toBe(expected);
  });
});
