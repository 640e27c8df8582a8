import { describe, expect, test } from "vitest";
import type { Field, PolicyDocument, Purpose } from "@/lib/policy/document";
import { isPublishable, lintPolicy } from "@/lib/policy/lint";
import { isInUnitedKingdom } from "@/lib/policy/adequacy";
import { documents } from "./presets";

const { citizensTogether, residentPanel } = documents;

function withPurpose(document: PolicyDocument, key: string, changes: Partial<Purpose>): PolicyDocument {
  return {
    ...document,
    purposes: document.purposes.map((one) => (one.key === key ? { ...one, ...changes } : one)),
  };
}

function withField(document: PolicyDocument, key: string, changes: Partial<Field>): PolicyDocument {
  return {
    ...document,
    fields: document.fields.map((one) => (one.key === key ? { ...one, ...changes } : one)),
  };
}

function without<T extends object, K extends keyof T>(thing: T, key: K): Omit<T, K> {
  const { [key]: _gone, ...rest } = thing;
  return rest;
}

function purposeWithout(
  document: PolicyDocument,
  key: string,
  part: "liaKey" | "legalSource" | "interest" | "ask",
): PolicyDocument {
  return {
    ...document,
    purposes: document.purposes.map((one) => (one.key === key ? without(one, part) : one)),
  };
}

function fieldWithout(
  document: PolicyDocument,
  key: string,
  part: "art9Condition" | "explicitConsent" | "specialCategory" | "appropriatePolicyDocumentKey",
): PolicyDocument {
  return { ...document, fields: document.fields.map((one) => (one.key === key ? without(one, part) : one)) };
}

describe.each(Object.entries(documents))("the preset %s", (_name, document) => {
  test("breaks no rule", () => {
    expect(lintPolicy(document).filter(({ severity }) => severity === "refuse")).toEqual([]);
  });
});

const broken: readonly (readonly [string, PolicyDocument, string, string])[] = [
  [
    "LB-2 T: a public authority's task on legitimate interests",
    withPurpose(residentPanel, "research", {
      lawfulBasis: "legitimateInterests",
      liaKey: "x",
      interest: "x",
    }),
    "LB-2",
    "purposes.research.lawfulBasis",
  ],
  [
    "LB-2: a public authority that did not say whether it is its task",
    withPurpose(
      { ...citizensTogether, organisation: { ...citizensTogether.organisation, publicAuthority: true } },
      "research",
      {},
    ),
    "LB-2",
    "purposes.research.lawfulBasis",
  ],
  [
    "LB-3 T: a public task without its law",
    purposeWithout(residentPanel, "research", "legalSource"),
    "LB-3",
    "purposes.research.legalSource",
  ],
  [
    "LB-8 T: a recognised legitimate interest for inviting to a survey",
    withPurpose(citizensTogether, "research", { lawfulBasis: "recognisedLegitimateInterest" }),
    "LB-8",
    "purposes.research.lawfulBasis",
  ],
  [
    "LB-12 T: e-mail marketing on LI with neither a soft opt-in nor a question",
    purposeWithout(citizensTogether, "promotion", "ask"),
    "LB-12",
    "purposes.promotion.ask",
  ],
  [
    "PE-9: the charity soft opt-in of someone who is no charity",
    withPurpose(citizensTogether, "promotion", { softOptIn: "charity" }),
    "PE-9",
    "purposes.promotion.softOptIn",
  ],
  [
    "PE-1: marketing on contract",
    withPurpose(citizensTogether, "promotion", { lawfulBasis: "contract" }),
    "PE-1",
    "purposes.promotion.lawfulBasis",
  ],
  [
    "AC-2: legitimate interests without an assessment",
    purposeWithout(citizensTogether, "research", "liaKey"),
    "AC-2",
    "purposes.research.liaKey",
  ],
  [
    "AC-2: an assessment that is not in the register",
    withPurpose(citizensTogether, "research", { liaKey: "gone" }),
    "AC-2",
    "purposes.research.liaKey",
  ],
  [
    "TR-1: the interest is not named",
    purposeWithout(citizensTogether, "research", "interest"),
    "TR-1",
    "purposes.research.interest",
  ],
  [
    "CN-1: consent without its question",
    purposeWithout(documents.customerVoices, "research", "ask"),
    "CN-1",
    "purposes.research.ask",
  ],
  [
    "RT-1: a purpose without an end",
    withPurpose(citizensTogether, "research", { retentionRuleKey: "none" }),
    "RT-1",
    "purposes.research.retentionRuleKey",
  ],
  [
    "RT-1: kept indefinitely",
    {
      ...citizensTogether,
      retentionRules: citizensTogether.retentionRules.map((rule) => ({ ...rule, period: "indefinitely" })),
    },
    "RT-1",
    "retentionRules.panel-details.period",
  ],
  [
    "TR-1: a recipient nobody registered",
    withPurpose(citizensTogether, "research", { recipients: ["mailchimp"] }),
    "TR-1",
    "purposes.research.recipients",
  ],
  [
    "5(1)(c): a field no purpose needs",
    withField(citizensTogether, "homeType", { purposes: [] }),
    "5(1)(c)",
    "fields.homeType.purposes",
  ],
  [
    "SC-2 T: ethnicity without a condition",
    fieldWithout(residentPanel, "ethnicity", "art9Condition"),
    "SC-2",
    "fields.ethnicity.art9Condition",
  ],
  [
    "SC-1 T: access needs that do not say they are health",
    fieldWithout(residentPanel, "adjustments", "specialCategory"),
    "SC-1",
    "fields.adjustments.specialCategory",
  ],
  [
    "SC-3: explicit consent without a statement",
    fieldWithout(documents.connect, "ethnicity", "explicitConsent"),
    "SC-3",
    "fields.ethnicity.explicitConsent",
  ],
  [
    "SC-3: nobody may have to give explicit consent to join",
    withField(documents.connect, "ethnicity", { required: true }),
    "SC-3",
    "fields.ethnicity.required",
  ],
  [
    "SC-4 T: 9(2)(g) without an appropriate policy document",
    fieldWithout(residentPanel, "ethnicity", "appropriatePolicyDocumentKey"),
    "SC-4",
    "fields.ethnicity.appropriatePolicyDocumentKey",
  ],
  [
    "SC-5: political opinions under paragraph 8",
    withField(residentPanel, "ethnicity", { specialCategory: "politicalOpinions" }),
    "SC-5",
    "fields.ethnicity.art9Condition",
  ],
  [
    "SC-5: monitoring answers shown to those who choose people",
    withField(residentPanel, "ethnicity", { readableBy: ["engagement"] }),
    "SC-5",
    "fields.ethnicity.readableBy",
  ],
  [
    "SC-7: adjustments under paragraph 8",
    withField(residentPanel, "adjustments", { art9Condition: "substantialPublicInterestPara8" }),
    "SC-7",
    "fields.adjustments.art9Condition",
  ],
  [
    "AC-4 T: a processor without a signed agreement",
    {
      ...citizensTogether,
      recipients: citizensTogether.recipients.map((one) => without(one, "agreementOn")),
    },
    "AC-4",
    "recipients.typeform.agreementOn",
  ],
  [
    "AC-5: abroad without a safeguard",
    { ...citizensTogether, recipients: citizensTogether.recipients.map((one) => without(one, "transfer")) },
    "AC-5",
    "recipients.typeform.transfer",
  ],
  ["two purposes in one slot", withPurpose(citizensTogether, "promotion", { slot: 1 }), "slots", "purposes"],
  [
    "one key twice",
    { ...citizensTogether, fields: [...citizensTogether.fields, ...citizensTogether.fields.slice(0, 1)] },
    "keys",
    "fields.name",
  ],
  [
    "CN-4: a consent life that is none",
    { ...citizensTogether, consentLife: "for ever" },
    "CN-4",
    "consentLife",
  ],
  [
    "CN-7: below 13",
    { ...citizensTogether, membership: { ...citizensTogether.membership, minimumAge: 12 } },
    "CN-7",
    "membership.minimumAge",
  ],
];

test.each(broken)("%s", (_name, document, rule, path) => {
  const findings = lintPolicy(document);
  expect(findings).toContainEqual(expect.objectContaining({ rule, path, severity: "refuse" }));
  expect(isPublishable(document)).toBe(false);
});

test("SC-1 T: gender passes no Article 9 gate", () => {
  const gender = residentPanel.fields.find(({ key }) => key === "gender");
  expect(gender?.art9Condition).toBeUndefined();
});

test("LB-2 T: the same purpose of an English association is allowed with an assessment", () => {
  expect(isPublishable(citizensTogether)).toBe(true);
});

test.each([
  ["United Kingdom", true],
  ["The UK", true],
  ["Scotland", true],
  ["United States", false],
  ["United Kingdom and United States", false],
  ["UK, Ireland", false],
])('AC-5: "%s" is in the UK: %s', (where, expected) => {
  expect(isInUnitedKingdom(where)).toBe(expected);
});
