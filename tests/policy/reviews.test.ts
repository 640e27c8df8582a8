import { describe, expect, test } from "vitest";
import type { AccountabilityRecord, Field, PolicyDocument } from "@/lib/policy/document";
import { decide } from "@/lib/policy/gate/decide";
import { mayAsk, standingOf, withReviews, type Review } from "@/lib/policy/reviews";
import { factsFor, standardRequest } from "@/lib/policy/contact-permission";
import { facts as gateFacts } from "./gate-makers";
import { documents } from "./presets";

const sample = documents.citizensTogether;

const lia: AccountabilityRecord = {
  key: "lia-1",
  kind: "lia",
  title: "Old title",
  ownerRole: "DPO",
  approvedOn: "2025-01-10",
  reviewOn: "2026-01-10",
};
const policyDocument: AccountabilityRecord = { ...lia, key: "apd-1", kind: "appropriatePolicyDocument" };
const review: Review = { ...lia, title: "New title", approvedOn: "2026-11-01", reviewOn: "2027-11-01" };
const document: PolicyDocument = {
  ...sample,
  accountability: [policyDocument, lia],
  purposes: sample.purposes.map((purpose, place) =>
    place === 0 ? { ...purpose, liaKey: "lia-1" } : purpose,
  ),
};

describe("the newest approval of an assessment counts", () => {
  test("a review changes title, days and owner of its assessment and nothing else", () => {
    const after = withReviews(document, [review]);
    expect(after.accountability[1]).toEqual({ ...review, status: "inForce" });
    expect(after.accountability[0]).toBe(policyDocument);
    expect({ ...after, accountability: [] }).toEqual({ ...document, accountability: [] });
  });

  test.each([
    ["a document approved later says the newer thing", { approvedOn: "2026-11-02" }, "Old title"],
    ["on the same day the review does", { approvedOn: "2026-11-01" }, "New title"],
    [
      "a draft in the document says nothing",
      { approvedOn: "2026-11-02", status: "draft" as const },
      "New title",
    ],
  ])("%s", (_name, change, title) => {
    const after = withReviews({ ...document, accountability: [{ ...lia, ...change }] }, [review]);
    expect(after.accountability[0]?.title).toBe(title);
  });

  test("a review under another kind or key changes nothing", () => {
    expect(
      withReviews(document, [
        { ...review, kind: "dpia" },
        { ...review, key: "other" },
      ]),
    ).toEqual(document);
  });
});

describe("standing", () => {
  test("overdue comes first, with what rests on it", () => {
    const [first] = standingOf(
      withReviews(document, [{ ...review, ...policyDocument, reviewOn: "2027-01-01" }]),
      "2026-11-21",
    );
    expect(first).toMatchObject({
      state: "overdue",
      record: { key: "lia-1" },
      purposes: [sample.purposes[0]?.key],
    });
  });

  test("the last day of a review is still in force", () => {
    const state = (day: string) => standingOf(document, day).map((one) => one.state);
    expect(state("2026-01-10")).toEqual(["inForce", "inForce"]);
    expect(state("2026-01-11")).toEqual(["overdue", "overdue"]);
  });
});

describe("AC-2: an assessment past its review pauses what rests on it, a recorded review lets it go on", () => {
  const purpose = sample.purposes.find(({ messageKind }) => messageKind === "research") ?? sample.purposes[0];
  if (purpose === undefined) throw new Error("A policy has purposes");
  const resting: PolicyDocument = {
    ...sample,
    organisation: { ...sample.organisation, publicAuthority: false },
    accountability: [lia],
    purposes: [
      {
        ...purpose,
        messageKind: "research",
        lawfulBasis: "legitimateInterests",
        liaKey: "lia-1",
        channels: ["post"],
        withinPublicTask: false,
        promisedConsent: [],
      },
    ],
  };
  const [own] = resting.purposes;
  const known = gateFacts();
  const member = {
    member: known.member,
    consents: [],
    tpsScreenedOn: null,
    addresses: { post: { verified: true, bounced: false, suppressions: [] } },
  } as unknown as Parameters<typeof factsFor>[1];
  const decided = (policy: PolicyDocument) => {
    const request = own === undefined ? null : standardRequest(own, "post");
    if (request === null) throw new Error("It sends");
    return decide(
      request,
      factsFor(policy, member, own?.key ?? "", "post", Date.parse("2026-11-21T12:00:00Z")),
      Date.parse("2026-11-21T12:00:00Z"),
    );
  };

  test("overdue: refused by the basis; reviewed: permitted", () => {
    expect(decided(resting)).toMatchObject({ permitted: false, code: "basis.assessmentOverdue" });
    expect(decided(withReviews(resting, [review]))).toMatchObject({ permitted: true });
  });
});

describe("SC-4: no appropriate policy document in force, no question", () => {
  const field = (art9Condition: Field["art9Condition"]): Field => ({
    key: "ethnicity",
    label: "Ethnic group",
    category: "specialCategory",
    specialCategory: "ethnicOrigin",
    ...(art9Condition === undefined ? {} : { art9Condition }),
    appropriatePolicyDocumentKey: "apd-1",
    required: false,
    purposes: [],
    source: "resident",
    readableBy: ["dpo"],
    retentionRuleKey: "x",
  });

  test.each([
    ["substantialPublicInterestPara8", "2026-01-10", true],
    ["substantialPublicInterestPara8", "2026-01-11", false],
    ["substantialPublicInterestPara8", "2025-01-09", false],
    ["substantialPublicInterestPara6", "2026-01-11", false],
    ["explicitConsent", "2026-01-11", true],
    [undefined, "2026-01-11", true],
  ] as const)("%s on %s: %s", (condition, day, answer) => {
    expect(mayAsk(document, field(condition), day)).toBe(answer);
  });

  test("a field that names no such document is not asked", () => {
    const { appropriatePolicyDocumentKey: _none, ...without } = field("substantialPublicInterestPara8");
    expect(mayAsk(document, without, "2025-06-01")).toBe(false);
  });
});
