import { describe, expect, test } from "vitest";
import { adequacyOf, isInUnitedKingdom } from "@/lib/policy/adequacy";
import { decideContactPermission, factsFor, type MemberFacts } from "@/lib/policy/contact-permission";
import { debates, settablePoints, settledOn, settles } from "@/lib/policy/debated";
import { decide } from "@/lib/policy/gate/decide";
import { channels } from "@/lib/policy/vocabulary";
import { noon } from "./gate-makers";
import { record } from "./lint-makers";
import { documents } from "./presets";

const { citizensTogether, residentPanel } = documents;

describe("[D]: debated points hold on the safe side until the data protection officer approved otherwise", () => {
  test.each(settablePoints)("%s is named with its question, both readings and its source", (point) => {
    const { question, safe, other, source } = debates[point];
    expect(question.endsWith("?")).toBe(true);
    expect(safe).not.toBe(other);
    expect(source).toMatch(/^(?:[A-Z]{2}-)?\d/u);
  });

  test.each([
    ["2026-01-18", 0],
    ["2026-01-19", 1],
    ["2027-01-19", 1],
    ["2027-01-20", 0],
  ])("an approval counts from its day through its review: %s", (on, count) => {
    expect(settledOn(residentPanel, on)).toHaveLength(count);
  });

  test("a document without settings settles nothing", () => {
    expect(settles(citizensTogether, "tenancyIsSale")).toBe(false);
    expect(settledOn(citizensTogether, "2026-11-21")).toEqual([]);
  });
});

describe("AC-5: where data may go", () => {
  test.each([
    ["Spain (European Economic Area)", ["approved"]],
    ["Switzerland", ["approved"]],
    ["Canada", ["partly"]],
    ["United States of America", ["listed"]],
    ["the US", ["listed"]],
    ["Australia", ["none"]],
    ["Turkey", ["none"]],
    ["Ireland and Japan", ["approved", "partly"]],
    ["Northern Ireland", []],
    ["the Moon", []],
  ])("%s", (where, adequacy) => {
    expect(adequacyOf(where)).toEqual(adequacy);
  });

  test("Northern Ireland is in the United Kingdom, and Ireland is not", () => {
    expect(isInUnitedKingdom("Northern Ireland")).toBe(true);
    expect(isInUnitedKingdom("Ireland")).toBe(false);
  });
});

describe("what the document promises reaches the gate", () => {
  const member: MemberFacts = {
    member: {
      state: "member",
      restricted: false,
      pausedUntil: null,
      joinedAt: noon - 86_400_000,
      noticeShown: true,
      approaches: [],
    },
    addresses: Object.fromEntries(
      channels.map((channel) => [channel, { verified: true, bounced: false, suppressions: [] }]),
    ) as unknown as MemberFacts["addresses"],
    consents: [],
    tpsScreenedOn: null,
  };
  const request = {
    kind: "research",
    channel: "email",
    purposeKey: "research",
    contentReviewed: true,
    countsAsApproach: true,
  } as const;
  const codeOf = (document: typeof citizensTogether) =>
    decide(request, factsFor(document, member, "research", "email", noon), noon).code;

  test("quiet dates", () => {
    const quiet = {
      ...citizensTogether,
      quietDates: [{ from: "2026-11-20", to: "2026-11-21", why: "A local holiday." }],
    };
    expect(codeOf(citizensTogether)).toBe("permitted");
    expect(codeOf(quiet)).toBe("panel.quietDates");
    expect(decideContactPermission(quiet, member, noon)).not.toEqual(
      decideContactPermission(citizensTogether, member, noon),
    );
  });

  test("SC-4, AC-2: an assessment that is a draft carries nothing", () => {
    expect(codeOf(record(citizensTogether, "lia-research", { status: "draft" }))).toBe("basis.notAvailable");
  });
});
