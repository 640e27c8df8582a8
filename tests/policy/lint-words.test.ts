import { describe, expect, test } from "vitest";
import type { PolicyDocument } from "@/lib/policy/document";
import { isPublishable, lintPolicy } from "@/lib/policy/lint";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { purpose, recipient, promising, purposeWithout, refuses, type Broken } from "./lint-makers";
import { documents } from "./presets";

// Sentences that the law does not let stand, and what the linter lets through: each by its name in law.md.

const { citizensTogether, connect, customerVoices, residentPanel } = documents;

const words: readonly Broken[] = [
  [
    "TR-5 T: an anonymous survey with a personal link",
    purpose(connect, "research", { why: "We send anonymous surveys." }),
    "TR-5",
    "purposes.research.why",
  ],
  [
    "LB-4, 12 row 1: consent to withdraw where there is none",
    promising(citizensTogether, "You are entitled to withdraw your consent for processing at any time."),
    "LB-4",
    "promises.6",
  ],
  [
    "RR-6 T, 12 row 14: proof of identity with every request",
    promising(connect, "Please ask in writing, with proof of identity."),
    "RR-6",
    `promises.${connect.promises.length + 1}`,
  ],
  [
    "AC-5, 12 row 15: adequacy decided by the ICO",
    promising(connect, "Countries without an adequacy decision from the ICO are covered."),
    "AC-5",
    `promises.${connect.promises.length + 1}`,
  ],
  [
    "AC-5, 12 row 15: standard contractual clauses and no more",
    promising(connect, "Transfers are made on the basis of Standard Contractual Clauses."),
    "AC-5",
    `promises.${connect.promises.length + 1}`,
  ],
  [
    "AC-5, 12 row 12: the wrong border",
    promising(residentPanel, "Your data may be transferred outside of the EEA."),
    "AC-5",
    "promises.6",
  ],
  [
    "AC-5, 12 row 12: the wrong name",
    promising(residentPanel, "They are registered under the UK-US Data Privacy Framework."),
    "AC-5",
    "promises.6",
  ],
  [
    "12 row 9: a citation without its paragraph",
    purpose(residentPanel, "research", { legalSource: "Article 6(e)" }),
    "TR-1",
    "purposes.research.legalSource",
  ],
  [
    "LB-9, 12 row 17: for other purposes as otherwise permitted by law",
    promising(customerVoices, "Staff use it for other purposes as otherwise permitted by law."),
    "LB-9",
    "promises.6",
  ],
  [
    "LB-9 T, 12 row 17: real details copied for testing",
    promising(customerVoices, "Our systems may be copied for testing."),
    "LB-9",
    "promises.6",
  ],
];

describe("words", () => {
  refuses(words);
});
describe("what the rules let through", () => {
  const shared: PolicyDocument = {
    ...purpose(connect, "research", { why: "We send anonymous surveys." }),
    surveyLinks: "shared",
  };
  const lines: readonly { what: string; document: PolicyDocument; on: CivilDate | null }[] = (
    [
      [
        "LB-8 T: a safeguarding referral with its necessity, sending nothing",
        {
          ...purposeWithout(citizensTogether, "tailoring", "liaKey", "compatibility"),
          purposes: purposeWithout(citizensTogether, "tailoring", "liaKey").purposes.map((one) =>
            one.key === "tailoring"
              ? {
                  ...one,
                  lawfulBasis: "recognisedLegitimateInterest",
                  annex1: { condition: "safeguarding", necessity: "Nothing less keeps the person safe." },
                }
              : one,
          ),
        },
      ],
      [
        "LB-12 T: a charity's soft opt-in with its assessment",
        purpose(
          {
            ...citizensTogether,
            organisation: { ...citizensTogether.organisation, charity: true, charityNumber: "1000000" },
          },
          "promotion",
          { softOptIn: "charity" },
        ),
      ],
      ["TR-5: anonymous, because links tell nothing", shared],
      [
        "AC-5: looked up 12 months ago to the day",
        recipient(residentPanel, "zoom", { ukExtensionCheckedOn: "2025-11-21" }),
        "2026-11-21",
      ],
      [
        "AC-5: Australia under the IDTA",
        recipient(connect, "surveymonkey", { where: "Australia", transfer: "idta" }),
      ],
      ["AC-2: an assessment on the last day before its review", citizensTogether, "2027-02-16"],
    ] as readonly (readonly [string, PolicyDocument, CivilDate?])[]
  ).map(([what, document, on]) => ({ what, document, on: on ?? null }));
  test.each(lines)("$what", ({ document, on }) => {
    expect(lintPolicy(document, on).filter(({ severity }) => severity === "refuse")).toEqual([]);
  });
});

describe("what the rules only point out", () => {
  const pointed: readonly (readonly [string, PolicyDocument, string])[] = [
    [
      "RG-6",
      { ...connect, suppressionThresholds: { default: 3, specialCategory: 10 } },
      "suppressionThresholds",
    ],
    [
      "TR-1",
      { ...connect, purposes: connect.purposes.map((one) => ({ ...one, recipients: [] })) },
      "recipients.surveymonkey",
    ],
    ["CN-7", customerVoices, "purposes.news"],
    ["LB-12", citizensTogether, "purposes.promotion.lawfulBasis"],
    [
      "AC-5",
      recipient(connect, "surveymonkey", { where: "Japan", transfer: "adequacyRegulations" }),
      "recipients.surveymonkey.transfer",
    ],
  ];
  test.each(pointed)("%s at %#", (rule, document, path) => {
    expect(lintPolicy(document)).toContainEqual(expect.objectContaining({ rule, path, severity: "warn" }));
    expect(isPublishable(document)).toBe(true);
  });
});
