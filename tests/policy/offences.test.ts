import { describe, expect, test } from "vitest";
import type { Field, PolicyDocument, Purpose } from "@/lib/policy/document";
import { diffPolicies } from "@/lib/policy/diff";
import { lintPolicy } from "@/lib/policy/lint";
import { renderNotice } from "@/lib/policy/notice";
import { renderEasyRead } from "@/lib/policy/notice-easy-read";
import { processingRecord } from "@/lib/policy/processing-record";
import { mayAsk } from "@/lib/policy/reviews";
import { field, purposeWithout, record, refuses, without, type Broken } from "./lint-makers";
import { documents } from "./presets";

// law.md SC-8, LB-8: information about offences needs Article 10 and Schedule 1 (DPA ss.10(5), 11(2)); safeguarding rests on
// paragraph 18, with its reason and its appropriate policy document.

const { citizensTogether: housing, residentPanel: ombudsman } = documents;
const day = "2026-11-21";

/** A harm told in a focus group, passed on to those who must act (LB-8, safeguarding). */
const referral: Purpose = {
  key: "safeguarding",
  slot: 7,
  name: "Keeping people safe",
  why: "When we hear in a group that somebody is in danger, we tell those who can help.",
  messageKind: null,
  lawfulBasis: "recognisedLegitimateInterest",
  annex1: { condition: "safeguarding", necessity: "Nobody else knows of it, and waiting could do harm." },
  withinPublicTask: false,
  channels: [],
  activityKinds: [],
  dataCategories: ["specialCategory"],
  recipients: [],
  retentionRuleKey: housing.purposes[0]?.retentionRuleKey ?? "",
  stopping: "You can object. We may still have to act where somebody is in danger.",
};

const concern: Field = {
  key: "concern",
  label: "What we heard about someone in danger",
  category: "specialCategory",
  specialCategory: "health",
  art9Condition: "substantialPublicInterestPara18",
  withoutConsent: "wouldPrejudice",
  appropriatePolicyDocumentKey: "apd-safeguarding",
  required: false,
  purposes: ["safeguarding"],
  source: "staff",
  readableBy: ["dpo"],
  retentionRuleKey: referral.retentionRuleKey,
};

const crime: Field = {
  ...concern,
  key: "crime",
  label: "What we heard about a crime",
  category: "criminalOffence",
  art10Condition: "safeguardingPara18",
};

const offence = without(crime, "specialCategory", "art9Condition") as Field;

function holding(...fields: readonly Field[]): PolicyDocument {
  return {
    ...housing,
    purposes: [...housing.purposes, referral],
    fields: [...housing.fields, ...fields],
    accountability: [
      ...housing.accountability,
      {
        key: "apd-safeguarding",
        kind: "appropriatePolicyDocument",
        title: "Appropriate policy document: safeguarding (Schedule 1, paragraph 18)",
        ownerRole: "Data protection officer",
        approvedOn: "2026-01-01",
        reviewOn: "2027-01-01",
      },
    ],
  };
}

const sound = holding(concern, offence);

test("LB-8 T: harm told in a focus group, under safeguarding with its necessity and paragraph 18: accepted", () => {
  const refused = (document: PolicyDocument) =>
    lintPolicy(document, day).filter(({ severity }) => severity === "refuse");
  expect(refused(sound)).toEqual(refused(housing));
});

const table: readonly Broken[] = [
  [
    "SC-8: information about offences without a condition",
    holding(without(offence, "art10Condition")),
    "SC-8",
    "fields.crime.art10Condition",
  ],
  [
    "SC-8: official authority of an association that has none",
    holding({ ...offence, art10Condition: "officialAuthority" }),
    "SC-8",
    "fields.crime.art10Condition",
  ],
  [
    "SC-8: consent (para 29) without its exact words",
    holding({ ...without(offence, "withoutConsent"), art10Condition: "consentPara29" }),
    "SC-8",
    "fields.crime.explicitConsent",
  ],
  [
    "SC-8: asked on the join form",
    holding({ ...offence, input: { type: "text" } }),
    "SC-8",
    "fields.crime.input",
  ],
  [
    "SC-8: shown to those who invite people",
    holding({ ...offence, readableBy: ["dpo", "engagement"] }),
    "SC-8",
    "fields.crime.readableBy",
  ],
  [
    "SC-8: used to write to people",
    field(sound, "crime", { purposes: ["safeguarding", "research"] }),
    "SC-8",
    "fields.crime.purposes",
  ],
  [
    "SC-8: a condition of Article 10 on something that is about no offence",
    field(sound, "concern", { art10Condition: "safeguardingPara18" }),
    "SC-8",
    "fields.concern.art10Condition",
  ],
  [
    "SC-8: offences hidden in an ordinary field",
    field(housing, "area", { label: "Have you been convicted of anything?" }),
    "SC-8",
    "fields.area.category",
  ],
  [
    "SC-4: paragraph 18 without its appropriate policy document",
    holding(without(concern, "appropriatePolicyDocumentKey")),
    "SC-4",
    "fields.concern.appropriatePolicyDocumentKey",
  ],
  [
    "SC-4: paragraph 18 for offences, whose document is a draft",
    record(sound, "apd-safeguarding", { status: "draft" }),
    "SC-4",
    "fields.crime.appropriatePolicyDocumentKey",
  ],
  [
    "Sch 1 para 18(2): safeguarding that does not say why it does without consent",
    holding(without(concern, "withoutConsent")),
    "Sch 1 para 18",
    "fields.concern.withoutConsent",
  ],
  [
    "Sch 1 para 18: the reason, where nothing is safeguarded",
    field(ombudsman, "ethnicity", { withoutConsent: "cannotBeGiven" }),
    "Sch 1 para 18",
    "fields.ethnicity.withoutConsent",
  ],
  [
    "Sch 1 para 18: asked of everyone",
    holding({ ...concern, required: true }),
    "Sch 1 para 18",
    "fields.concern.input",
  ],
  [
    "SC-7: adjustments on safeguarding",
    holding({ ...concern, category: "adjustments" }),
    "SC-7",
    "fields.concern.art9Condition",
  ],
  [
    "LB-8 T: the safeguarding purpose without its Annex 1 condition and necessity",
    purposeWithout(sound, "safeguarding", "annex1"),
    "LB-8",
    "purposes.safeguarding.annex1",
  ],
];

describe("what is refused", () => {
  refuses(table);
});

test("a public body may hold it with its official authority", () => {
  const held = {
    ...ombudsman,
    fields: [
      ...ombudsman.fields,
      { ...without(offence, "withoutConsent"), art10Condition: "officialAuthority" as const },
    ],
  };
  expect(lintPolicy(held, day).filter(({ path }) => path === "fields.crime.art10Condition")).toEqual([]);
});

test("SC-4, I10: nothing under paragraph 18 is held while its policy document is not in force", () => {
  for (const one of [concern, offence]) {
    expect(mayAsk(sound, one, day)).toBe(true);
    expect(mayAsk(sound, one, "2027-01-02")).toBe(false);
  }
});

test("the notice, Easy Read and the record say on which condition it is held", () => {
  expect(JSON.stringify(renderNotice(sound, undefined, day))).toMatch(
    /about a crime\. Our staff write it down\. This is about crime\. .*Article 10.*paragraph 18/u,
  );
  expect(JSON.stringify(renderEasyRead(sound, undefined, day))).toContain("We use it to keep people safe.");
  const row = (on: string) =>
    processingRecord(sound, on).rows.find(({ purposeKey }) => purposeKey === "safeguarding");
  expect(row(day)?.sensitive.map(({ condition }) => condition)).toEqual([
    "UK GDPR 9(2)(g); DPA 2018 Sch 1 para 18",
    "UK GDPR 10; DPA 2018 s.10(5), Sch 1 para 18",
  ]);
  expect(row(day)?.incomplete).not.toContain("appropriate policy document in force");
  expect(row("2027-01-02")?.incomplete).toContain("appropriate policy document in force");
});

test("members are told first when offences are held, or on another condition", () => {
  const others = field(sound, "crime", { art10Condition: "officialAuthority" });
  expect(diffPolicies(housing, sound)).toContainEqual(
    expect.objectContaining({
      path: "fields.crime",
      material: true,
      sentence: expect.stringContaining("about offences"),
    }),
  );
  expect(diffPolicies(sound, others)).toContainEqual(
    expect.objectContaining({ path: "fields.crime.art10Condition", kind: "basis", material: true }),
  );
});
