import { describe, expect, test } from "vitest";
import { decide } from "@/lib/policy/gate/decide";
import type { GateCode, GateRequest } from "@/lib/policy/gate/types";
import type { PolicyDocument } from "@/lib/policy/document";
import { lintPolicy } from "@/lib/policy/lint";
import { retentionItemsFor } from "@/lib/policy/retention";
import { factsOf } from "@/lib/policy/scenario/person";
import type { ScenarioEvent, ScenarioPerson } from "@/lib/policy/scenario/types";
import { stopMeaning } from "@/lib/policy/stop";
import { channels, type Channel } from "@/lib/policy/vocabulary";
import { field, membership, promising, purpose } from "./lint-makers";
import { moment } from "./gate-makers";
import { documents } from "./presets";

// law.md 12 again, as the gate and the linter enforce it: whichever of the promise and the law protects more.

const { citizensTogether, residentPanel, connect, customerVoices } = documents;
const all = Object.values(documents);
const now = moment("2026-11-21T12:00");

/** A member for whom all is in order, screened against every register, who never said yes to anything. */
const silent: ScenarioPerson = {
  reach: Object.fromEntries(channels.map((channel) => [channel, "confirmed" as const])),
  events: [
    { on: "2026-10-30", shownNotice: true },
    { on: "2026-10-30", joined: true },
    { on: "2026-11-10", tpsClear: true },
    { on: "2026-11-10", callsWelcome: true },
  ],
};

type Ask = {
  readonly purpose: string;
  readonly channel: Channel;
  readonly events?: readonly ScenarioEvent[];
};

/** What the gate says about a message of the purpose's own kind. */
function answer(document: PolicyDocument, { purpose: key, channel, events = [] }: Ask): GateCode {
  const kind = document.purposes.find((one) => one.key === key)?.messageKind ?? "service";
  const request: GateRequest = {
    kind,
    channel,
    purposeKey: key,
    contentReviewed: true,
    countsAsApproach: kind !== "service",
  };
  return decide(request, factsOf(document, silent, events, { purpose: key, channel }, now), now).code;
}

function refusedBy(document: PolicyDocument): readonly string[] {
  return lintPolicy(document, "2026-11-21")
    .filter(({ severity }) => severity === "refuse")
    .map(({ rule }) => rule);
}

describe("row 1: one stop, three effects", () => {
  test("to promotion it is an absolute objection that suppresses the address; to research an objection to decide on", () => {
    const promotion = citizensTogether.purposes.find(({ key }) => key === "promotion");
    const research = citizensTogether.purposes.find(({ key }) => key === "research");
    expect(promotion && stopMeaning(promotion)).toMatchObject({
      decision: "objected",
      absolute: true,
      suppresses: true,
    });
    expect(research && stopMeaning(research)).toMatchObject({ decision: "objected", needsDecision: true });
  });
});

test.each(["email", "sms"] as const)("row 2: %s on legitimate interests alone is refused", (channel) => {
  expect(answer(citizensTogether, { purpose: "promotion", channel })).toBe("consent.missing");
});

test.each(["email", "sms", "call", "post"] as const)(
  'row 8: "no unsolicited marketing" holds on every channel, also where the law would allow it: %s',
  (channel) => {
    expect(answer(citizensTogether, { purpose: "promotion", channel })).toBe("consent.missing");
    const events = [{ on: "2026-11-01", gave: "promotion", channel }];
    expect(answer(citizensTogether, { purpose: "promotion", channel, events })).toBe("permitted");
  },
);

test("row 8: it is the promise that refuses the letter, not the law", () => {
  const lawOnly = purpose(citizensTogether, "promotion", { promisedConsent: [] });
  expect(answer(lawOnly, { purpose: "promotion", channel: "post" })).toBe("permitted");
  expect(answer(lawOnly, { purpose: "promotion", channel: "call" })).toBe("permitted");
});

test("row 5: each sensitive field has one condition, and its stop says what that condition makes of it", () => {
  const monitoring = connect.purposes.find(({ key }) => key === "monitoring");
  expect(monitoring && stopMeaning(monitoring).decision).toBe("withdrawn");
  const representation = residentPanel.purposes.find(({ key }) => key === "representation");
  expect(representation?.stopping).toMatch(/^Write to us to stop/);
});

test("row 6: contradictory ages and consent for the household are refused", () => {
  const ages = membership(citizensTogether, { eligibility: "You are over 14." });
  expect(refusedBy(ages)).toContain("CN-7");
  const proxy = promising(
    citizensTogether,
    "You are confirming that you have obtained all necessary consents.",
  );
  expect(refusedBy(proxy)).toContain("CN-8");
});

test("row 7: support needs on a contract, without a condition, are refused", () => {
  const bare = connect.fields.map((one) => {
    const { art9Condition: _gone, ...rest } = one;
    return one.key === "adjustments" ? rest : one;
  });
  expect(refusedBy({ ...connect, fields: bare })).toContain("SC-2");
});

test("row 9: citations with a part missing are refused", () => {
  expect(refusedBy(promising(residentPanel, "We rely on Article 6(e) and Article 9(g)."))).toContain("TR-1");
});

test("row 10: equality answers cannot serve adjustments", () => {
  const mixed = field(residentPanel, "adjustments", { art9Condition: "substantialPublicInterestPara8" });
  expect(refusedBy(mixed)).toContain("SC-7");
});

test("row 11: opens are seen only with consent, and consent alone carries the field", () => {
  const purposes = residentPanel.fields.find(({ key }) => key === "emailOpens")?.purposes ?? [];
  const bases = residentPanel.purposes
    .filter(({ key }) => purposes.includes(key))
    .map((one) => one.lawfulBasis);
  expect(bases).toEqual(["consent"]);
  const interests = purpose(residentPanel, "emailAnalytics", {
    lawfulBasis: "legitimateInterests",
    withinPublicTask: true,
  });
  expect(refusedBy(interests)).toEqual(expect.arrayContaining(["LB-2", "CK-2"]));
});

test("row 12: a public task is not withdrawn but objected to, and restricts at once", () => {
  const events = [{ on: "2026-11-20", objected: "research" }];
  expect(answer(residentPanel, { purpose: "research", channel: "email", events })).toBe("objection.pending");
});

test("row 13: the notice's 12 months hold, whatever the mail company does", () => {
  expect(
    retentionItemsFor(residentPanel, "analyticsRecorded", "2026-01-15").map(({ dueOn }) => dueOn),
  ).toEqual(["2027-01-15"]);
});

test('row 14: "contract" overrides no objection to promotion', () => {
  const events = [{ on: "2026-11-20", objected: "promotion" }];
  expect(answer(connect, { purpose: "promotion", channel: "email", events })).toBe("objection.received");
  expect(refusedBy(purpose(connect, "promotion", { lawfulBasis: "contract" }))).toContain("PE-1");
});

test("row 16: a yes to promotion opens no research that was objected to, nor the other way round", () => {
  const events = [
    { on: "2026-11-01", gave: "promotion", channel: "email" as const },
    { on: "2026-11-02", objected: "research" },
  ];
  expect(answer(connect, { purpose: "promotion", channel: "email", events })).toBe("permitted");
  expect(answer(connect, { purpose: "research", channel: "email", events })).toBe("objection.pending");
});

test.each(["email", "sms", "call", "post"] as const)(
  'row 17: "only in the ways you said yes to": no study and no news by %s without a yes to it',
  (channel) => {
    expect(answer(customerVoices, { purpose: "research", channel })).toBe("consent.missing");
  },
);

test("row 17: withdrawal by telephone only is refused", () => {
  const phoneOnly = membership(customerVoices, { routes: { joining: ["online"], withdrawing: ["phone"] } });
  expect(refusedBy(phoneOnly)).toContain("CN-3");
});

test("row 18: three years from collecting, clamped to the month's end, never rolled to a working day", () => {
  const due = retentionItemsFor(customerVoices, "collected", "2023-11-26").map(({ dueOn }) => dueOn);
  expect(new Set(due)).toEqual(new Set(["2026-11-26"]));
});

test("row 19: every preset may be published today", () => {
  for (const document of all) expect(refusedBy(document)).toEqual([]);
});
