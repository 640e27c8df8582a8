import { describe, expect, test } from "vitest";
import { diffPolicies, isMaterial, uncoveredConsents, whatChanged } from "@/lib/policy/diff";
import { periodWords } from "@/lib/policy/diff/period-words";
import type { PolicyDocument, Purpose } from "@/lib/policy/document";
import { edited, field, promising, purpose } from "./lint-makers";
import { documents } from "./presets";

// law.md TR-3, CN-4: changes that are only published, and which consents are not stretched to a new document.

const { connect, customerVoices } = documents;

function rule(
  document: PolicyDocument,
  key: string,
  changes: Partial<PolicyDocument["retentionRules"][number]>,
) {
  return { ...document, retentionRules: edited(document.retentionRules, key, changes) };
}

const extra: Purpose = {
  ...(connect.purposes[0] as Purpose),
  key: "podcast",
  slot: 7,
  name: "A podcast",
};

type Case = readonly [
  what: string,
  before: PolicyDocument,
  after: PolicyDocument,
  path: string,
  sentence: string,
];

const minor: readonly Case[] = [
  [
    "shorter retention",
    connect,
    rule(connect, "panel-details", { period: "P6M" }),
    "retentionRules.panel-details.period",
    'keeps "Your panel details and what you did in the panel" less long: 6 months instead of 12 months',
  ],
  [
    "a purpose ends",
    connect,
    { ...connect, purposes: connect.purposes.filter(({ key }) => key !== "prizeDraw") },
    "purposes.prizeDraw",
    'ends purpose "Prize draws you enter"',
  ],
  [
    "a channel less",
    connect,
    purpose(connect, "noticeChanges", { channels: ["email"] }),
    "purposes.noticeChanges.channels",
    'takes contact by letters from "Telling you about changes"',
  ],
  [
    "wording",
    connect,
    purpose(connect, "research", { stopping: "We stop." }),
    "purposes.research.stopping",
    'changes what stopping means of "Surveys and feedback"',
  ],
  [
    "a hint",
    connect,
    field(connect, "email", { hint: "x" }),
    "fields.email.hint",
    'changes the hint of "Your e-mail address"',
  ],
  [
    "a phone number",
    connect,
    { ...connect, organisation: { ...connect.organisation, contactPhone: "1" } },
    "organisation.contactPhone",
    "changes the contact phone of the organisation",
  ],
  ["a new promise", connect, promising(connect, "We are kind."), "promises", 'promises "We are kind."'],
  [
    "quiet days",
    connect,
    { ...connect, quietDates: [{ from: "2026-12-24", to: "2027-01-01", why: "x" }] },
    "quietDates",
    "keeps quiet from 24 December 2026 to 1 January 2027",
  ],
  [
    "another order",
    connect,
    { ...connect, fields: connect.fields.toReversed() },
    "fields",
    "puts the fields in another order",
  ],
];

describe("minor changes, which are only published", () => {
  test.each(minor)("%s", (_what, before, after, path, sentence) => {
    const changes = diffPolicies(before, after);
    expect(changes).toContainEqual(expect.objectContaining({ path, sentence, material: false }));
    expect(isMaterial(changes)).toBe(false);
  });
});

test("the same document changes nothing, whatever the order of its keys", () => {
  for (const document of Object.values(documents)) {
    const shuffled = Object.fromEntries(Object.entries(document).toReversed()) as PolicyDocument;
    expect(diffPolicies(document, shuffled)).toEqual([]);
    expect(whatChanged(document, shuffled)).toBeNull();
  }
});

describe("CN-4, TR-3 T: a consent is not stretched", () => {
  const effects = (after: PolicyDocument) =>
    uncoveredConsents(customerVoices, after).map(({ purposeKey, effect }) => `${purposeKey} ${effect}`);

  test("a purpose added in the next version has no consent, and the old ones stay", () => {
    expect(effects({ ...customerVoices, purposes: [...customerVoices.purposes, extra] })).toEqual([]);
  });

  test("CN-4 T: another controller ends them all", () => {
    const merged = { ...customerVoices, organisation: { ...customerVoices.organisation, key: "merged" } };
    expect(effects(merged)).toEqual([
      "research gone",
      "news gone",
      "support gone",
      "caseStudy gone",
      "newsArticle gone",
    ]);
  });

  test.each([
    [
      "more kinds of activity",
      { activityKinds: ["newsletter", "prizeDraw", "survey"] as const },
      "news gone",
    ],
    ["more recipients", { recipients: ["press"] }, "news gone"],
    ["more kinds of detail", { dataCategories: ["contact", "image"] }, "news gone"],
    ["another kind of message", { messageKind: "service" as const }, "news gone"],
    ["another basis", { lawfulBasis: "legitimateInterests" as const }, "news gone"],
    ["other words", { why: "We send very long news." }, "news check"],
  ])("%s", (_what, changes, effect) => {
    expect(effects(purpose(customerVoices, "news", changes))).toEqual([effect]);
  });

  test("less of everything leaves it whole", () => {
    expect(
      effects(purpose(customerVoices, "news", { channels: ["email"], activityKinds: ["newsletter"] })),
    ).toEqual([]);
  });
});

test.each([
  ["P1Y6M", "1 year and 6 months"],
  ["P3Y", "3 years"],
  ["P30D", "30 days"],
  ["P0D", "no time at all"],
])("%s is %s", (period, words) => expect(periodWords(period)).toBe(words));

const presets = Object.entries(documents);
const pairs = presets.flatMap(([one, before]) =>
  presets.flatMap(([other, after]) =>
    one === other ? [] : [[`${one} to ${other}`, before, after] as const],
  ),
);

test.each(pairs)(
  "from %s everything is said in words, never in the keys of the document",
  (_what, before, after) => {
    const changes = diffPolicies(before, after);
    const said = changes.flatMap(({ sentence, forMembers }) => [sentence, forMembers ?? ""]);
    const keys = [...before.retentionRules, ...after.retentionRules].map(({ key }) => key);
    expect(said.filter((words) => /\b[a-z]+[A-Z]|\d{4}-\d\d-\d\d/u.test(words))).toEqual([]);
    expect(said.filter((words) => keys.some((key) => key.includes("-") && words.includes(key)))).toEqual([]);
  },
);
