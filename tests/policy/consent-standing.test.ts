import { describe, expect, test } from "vitest";
import { consentFlaws, consentState, consentValidUntil } from "@/lib/policy/consent";
import { consentStanding } from "@/lib/policy/consent-standing";
import type { ConsentFact } from "@/lib/policy/gate/types";
import { decision, moment, noon } from "./gate-makers";

const given = (at: string, changes: Partial<ConsentFact> = {}) => decision("given", at, changes);

const table: readonly (readonly [string, readonly ConsentFact[], string])[] = [
  ["nothing was decided", [], "none"],
  [
    "a decision about another purpose is none about this",
    [given("2026-03-01", { purposeKey: "research" })],
    "none",
  ],
  ["a yes", [given("2026-03-01")], "given"],
  ["a yes and then a no", [given("2026-03-01"), decision("withdrawn", "2026-04-01")], "withdrawn"],
  ["a no and then a yes", [decision("refused", "2026-03-01"), given("2026-04-01")], "given"],
  [
    "13 consent_state: at the same time the no counts",
    [given("2026-03-01"), decision("withdrawn", "2026-03-01")],
    "withdrawn",
  ],
  [
    "CN-6: order is when it took effect, not when it was typed in",
    [
      decision("withdrawn", "2026-05-05"),
      given("2026-05-01", { method: "paper", recordedAt: moment("2026-05-10") }),
    ],
    "withdrawn",
  ],
  [
    "CN-6 T: a paper withdrawal that arrives late and is dated earlier",
    [
      given("2026-03-01"),
      decision("withdrawn", "2026-05-01", { method: "paper", recordedAt: moment("2026-05-10") }),
    ],
    "withdrawn",
  ],
  [
    "CN-2 T: consent = Y in a spreadsheet, with no evidence",
    [given("2026-03-01", { method: "import", evidenced: false })],
    "unverified",
  ],
  [
    "CN-9 T: a spoken yes without a script",
    [given("2026-03-01", { method: "phone", evidenced: false })],
    "unverified",
  ],
  [
    "a yes without evidence lifts no objection",
    [decision("objected", "2026-03-01"), given("2026-04-01", { evidenced: false })],
    "objected",
  ],
  [
    "I2: an import lifts no no, whatever it claims",
    [decision("withdrawn", "2026-03-01"), given("2026-04-01", { method: "import" })],
    "withdrawn",
  ],
  [
    "I3: only a later, evidenced yes of the person does",
    [decision("objected", "2026-03-01"), given("2026-04-01")],
    "given",
  ],
  [
    "a yes that was dated ahead does not outrun a later no",
    [given("2026-12-01", { recordedAt: moment("2026-05-01") }), decision("withdrawn", "2026-06-01")],
    "withdrawn",
  ],
  [
    "a yes that was dated ahead and has come into its date does not outrun it either",
    [given("2026-10-01", { recordedAt: moment("2026-05-01") }), decision("withdrawn", "2026-06-01")],
    "withdrawn",
  ],
  [
    "a no that was recorded counts now, even when dated ahead",
    [given("2026-03-01"), decision("withdrawn", "2026-12-01", { recordedAt: moment("2026-11-01") })],
    "withdrawn",
  ],
  ["a yes of the future is none yet", [given("2026-12-01")], "none"],
  ["a yes whose life has ended", [given("2024-03-01", { validUntil: moment("2026-03-02") })], "expired"],
  ["ConsentExpired ends a yes", [given("2026-03-01"), decision("expired", "2026-06-01")], "expired"],
  [
    "a renewed yes counts",
    [given("2024-03-01", { validUntil: moment("2026-03-02") }), given("2026-02-20")],
    "given",
  ],
  [
    "a no to every channel is a no to this one",
    [given("2026-03-01"), decision("withdrawn", "2026-04-01", { channel: null })],
    "withdrawn",
  ],
  [
    "a no to another channel is none to this one",
    [given("2026-03-01"), decision("withdrawn", "2026-04-01", { channel: "sms" })],
    "given",
  ],
  [
    "of two noes at once the objection is named",
    [decision("refused", "2026-03-01"), decision("objected", "2026-03-01")],
    "objected",
  ],
  [
    "a no with an unreadable date stands for ever",
    [decision("withdrawn", "never"), given("2026-04-01")],
    "withdrawn",
  ],
];

test.each(table)("%s", (_name, records, expected) => {
  expect(consentState(records, "promotion", "email", noon)).toBe(expected);
  expect(consentState(records.toReversed(), "promotion", "email", noon)).toBe(expected);
});

describe("a lapsed yes", () => {
  test("brings back the objection it had lifted", () => {
    const records = [
      decision("objected", "2024-01-01"),
      given("2024-03-01", { validUntil: moment("2026-03-02") }),
    ];
    expect(consentStanding(records, "promotion", "email", noon, "thisChannel")).toMatchObject({
      state: "expired",
      stop: "objected",
    });
  });
});

describe("CN-4: a consent counts through the last day of its life", () => {
  test("T: given 30 November 2024 for 24 months: good on 30 November 2026, not on 1 December", () => {
    const end = consentValidUntil({ consentLife: "P24M" }, moment("2024-11-30T09:00")) ?? 0;
    const records = [given("2024-11-30T09:00", { validUntil: end })];
    expect(consentState(records, "promotion", "email", moment("2026-11-30T23:59:59"))).toBe("given");
    expect(consentState(records, "promotion", "email", moment("2026-12-01"))).toBe("expired");
  });
  test("a life that is no period gives no end", () => {
    expect(consentValidUntil({ consentLife: "forever" }, noon)).toBeNull();
  });
});

describe("CN-1, CN-9: what makes a yes worthless", () => {
  const offer = {
    preTicked: false,
    purposeKeys: ["research"],
    method: "web",
    wordingHash: "a1",
    scriptVersion: null,
  } as const;
  test.each([
    ["nothing", offer, []],
    ["T: a box that was ticked already", { ...offer, preTicked: true }, ["preTicked"]],
    [
      "T: one box for surveys, calls and photos",
      { ...offer, purposeKeys: ["surveys", "calls", "photos"] },
      ["bundled"],
    ],
    ["no words kept", { ...offer, wordingHash: null }, ["noWording"]],
    ["T: spoken without a script version", { ...offer, method: "phone" as const }, ["noScript"]],
  ] as const)("%s", (_name, offered, flaws) => {
    expect(consentFlaws(offered, noon)).toEqual(flaws);
  });
});
