import { describe, expect, test } from "vitest";
import { decide } from "@/lib/policy/gate/decide";
import type { GateCode, GateFacts, GateRequest } from "@/lib/policy/gate/types";
import { decision, facts, moment, noon, purpose, request } from "./gate-makers";

// The global gate G of law.md 3.3, opt-outs, pauses and the contact budget; and how long an answer holds.

const post = request({ channel: "post" });

const table: readonly (readonly [string, GateRequest, GateFacts, GateCode])[] = [
  ["an applicant is not approached", post, facts({ member: { state: "applicant" } }), "member.notJoined"],
  ["who left is not approached", post, facts({ member: { state: "left" } }), "member.left"],
  ["whose membership ended is not approached", post, facts({ member: { state: "ended" } }), "member.ended"],
  ["who was erased is not approached", post, facts({ member: { state: "erased" } }), "member.erased"],
  ["RR-10: restricted data is not used", post, facts({ member: { restricted: true } }), "member.restricted"],
  [
    "TR-3: no message before the notice",
    post,
    facts({ member: { noticeShown: false } }),
    "member.noticeNotShown",
  ],
  ["no address", post, facts({ address: null }), "address.missing"],
  [
    "an address nobody confirmed",
    post,
    facts({ address: { verified: false, bounced: false } }),
    "address.unverified",
  ],
  [
    "EM-3: a hard bounce makes the address unusable",
    post,
    facts({ address: { verified: true, bounced: true } }),
    "address.bounced",
  ],
  ["an unknown purpose", post, facts({ purpose: null }), "purpose.unknown"],
  [
    "facts about another purpose",
    request({ channel: "post", purposeKey: "other" }),
    facts(),
    "purpose.unknown",
  ],
  [
    "a channel the purpose does not offer",
    post,
    facts({ purpose: purpose({ channels: ["email"] }) }),
    "channel.notOffered",
  ],
  [
    "13 decide_send: nobody reviewed the words",
    request({ channel: "post", contentReviewed: false }),
    facts(),
    "message.notReviewed",
  ],
  [
    "a purpose that sends nothing",
    post,
    facts({ purpose: purpose({ messageKind: null }) }),
    "message.wrongKind",
  ],
  [
    "LB-2: a public authority's task on legitimate interests",
    post,
    facts({
      organisation: { publicAuthority: true, charity: false },
      purpose: purpose({ withinPublicTask: true }),
    }),
    "basis.notAvailable",
  ],
  [
    "LB-2: what is outside a public authority's tasks, on legitimate interests",
    post,
    facts({
      organisation: { publicAuthority: true, charity: false },
      purpose: purpose({ withinPublicTask: false }),
    }),
    "permitted",
  ],
  [
    "LB-3: a legal obligation without its law",
    request({ kind: "service", channel: "post" }),
    facts({ purpose: purpose({ lawfulBasis: "legalObligation", legalSource: null }) }),
    "basis.notAvailable",
  ],
  [
    "LB-3: a public task without its law",
    request({ kind: "research" }),
    facts({ purpose: purpose({ lawfulBasis: "publicTask", legalSource: " " }) }),
    "basis.notAvailable",
  ],
  ["AC-2: no assessment", post, facts({ purpose: purpose({ liaReviewOn: null }) }), "basis.notAvailable"],
  [
    "AC-2 T: the assessment is past its review date",
    post,
    facts({ purpose: purpose({ liaReviewOn: "2026-11-20" }) }),
    "basis.assessmentOverdue",
  ],
  [
    "AC-2: the assessment still counts on its review date",
    post,
    facts({ purpose: purpose({ liaReviewOn: "2026-11-21" }) }),
    "permitted",
  ],
  [
    "LB-5 T: an objection to research on LI restricts it at once",
    request({ kind: "research", purposeKey: "research" }),
    facts({
      purpose: purpose({ key: "research", messageKind: "research" }),
      consents: [decision("objected", "2026-11-20", { purposeKey: "research", channel: null })],
    }),
    "objection.received",
  ],
  [
    "LB-6 T: an objection to DM by voicemail reaches every channel",
    post,
    facts({ consents: [decision("objected", "2026-11-20", { channel: null, method: "phone" })] }),
    "objection.received",
  ],
  [
    "PE-14 T: opt-out at 10:00, sending at 10:05 from an old list",
    post,
    facts({ consents: [decision("objected", "2026-11-21T10:00", { channel: "post" })] }),
    "objection.received",
  ],
  [
    "PE-13: an opt-out of the address binds everyone who shares it",
    post,
    facts({ suppressions: [{ purposeKey: "promotion", channel: "post", recordedAt: noon }] }),
    "suppression.address",
  ],
  [
    "a suppression of another channel does not",
    post,
    facts({ suppressions: [{ purposeKey: "promotion", channel: "email", recordedAt: noon }] }),
    "permitted",
  ],
  [
    "an objection to e-mail leaves post",
    post,
    facts({ consents: [decision("objected", "2026-11-20")] }),
    "permitted",
  ],
  ["paused through today", post, facts({ member: { pausedUntil: "2026-11-21" } }), "member.paused"],
  [
    "a pause holds research back even when it counts as no approach",
    request({ kind: "research", channel: "post", countsAsApproach: false }),
    facts({ member: { pausedUntil: "2026-11-21" } }),
    "member.paused",
  ],
  [
    "a pause holds back a service message that counts as an approach",
    request({ kind: "service", channel: "post" }),
    facts({ member: { pausedUntil: "2026-11-21" } }),
    "member.paused",
  ],
  [
    "LB-2: who is no public authority may rest a public-interest task on legitimate interests",
    post,
    facts({ purpose: purpose({ withinPublicTask: true }) }),
    "permitted",
  ],
  ["paused until yesterday", post, facts({ member: { pausedUntil: "2026-11-20" } }), "permitted"],
  [
    "a pause nobody can read is a pause",
    post,
    facts({ member: { pausedUntil: "2026-02-30" } }),
    "member.paused",
  ],
];

test.each(table)("%s", (_name, ask, known, expected) => {
  expect(decide(ask, known, noon).code).toBe(expected);
});

test("LB-6: an objection to direct marketing cites the absolute right", () => {
  const objected = facts({ consents: [decision("objected", "2026-11-20", { channel: null })] });
  expect(decide(post, objected, noon).citation).toBe("UK GDPR 21(2), 21(3)");
});

describe("contact budget", () => {
  const budget = { approaches: 2, window: "P30D" };
  const asked = (...days: string[]) =>
    facts({ contactBudget: budget, member: { approaches: days.map(moment) } });

  test("is spent by approaches within the window", () => {
    expect(decide(post, asked("2026-11-01", "2026-11-20"), noon).code).toBe("member.askedRecently");
  });
  test("an approach stops counting when the window has passed", () => {
    expect(decide(post, asked("2026-10-22", "2026-11-20"), noon).code).toBe("permitted");
  });
  test("does not hold back what is no approach", () => {
    const notice = request({ channel: "post", countsAsApproach: false });
    expect(decide(notice, asked("2026-11-01", "2026-11-20"), noon).code).toBe("permitted");
  });
  test("frees itself when the oldest counted approach leaves the window", () => {
    const { validUntil } = decide(post, asked("2026-11-01", "2026-11-20"), noon);
    expect(validUntil).toBe(moment("2026-12-01"));
  });
  test("an approach with an unreadable date counts for ever", () => {
    const odd = facts({
      purpose: purpose({ liaReviewOn: "2040-01-01" }),
      contactBudget: { approaches: 1, window: "P30D" },
      member: { approaches: [Number.NaN] },
    });
    expect(decide(post, odd, moment("2039-01-01")).code).toBe("member.askedRecently");
  });
});

describe("an answer holds until", () => {
  test("the pause ends, at midnight in London and not in UTC", () => {
    const paused = facts({
      member: { pausedUntil: "2027-06-30" },
      purpose: purpose({ liaReviewOn: "2030-01-01" }),
    });
    expect(decide(post, paused, noon).validUntil).toBe(moment("2027-06-30T23:00"));
  });
  test("the consent ends", () => {
    const end = moment("2028-03-02");
    const agreed = facts({
      purpose: purpose({ lawfulBasis: "consent" }),
      consents: [decision("given", "2026-03-01", { validUntil: end })],
    });
    expect(decide(request(), agreed, noon)).toMatchObject({ permitted: true, validUntil: end });
    expect(decide(request(), agreed, end)).toMatchObject({ permitted: false, code: "consent.expired" });
  });
  test("the assessment is due", () => {
    const due = moment("2027-03-31T23:00");
    expect(decide(post, facts(), noon).validUntil).toBe(due);
    expect(decide(post, facts(), due - 1).permitted).toBe(true);
    expect(decide(post, facts(), due).code).toBe("basis.assessmentOverdue");
  });
  test("the TPS screening is 28 days old", () => {
    const screened = facts({ tpsScreenedOn: "2026-11-01" });
    expect(decide(request({ channel: "call" }), screened, noon).validUntil).toBe(moment("2026-11-30"));
  });
});
