import { describe, expect, test } from "vitest";
import { decide } from "@/lib/policy/gate/decide";
import type { RenderedMessage } from "@/lib/policy/gate/message-facts";
import type { GateCode, GateFacts, GateRequest } from "@/lib/policy/gate/types";
import { channels } from "@/lib/policy/vocabulary";
import { decision, facts, moment, noon, purpose, request, softOptIn } from "./gate-makers";

// law.md 3.1 and PE-8 to PE-10: what the words say and what the finished message shows.

type Case = readonly [name: string, GateRequest, GateFacts, GateCode];

const research = purpose({ key: "research", messageKind: "research", lawfulBasis: "consent", channels });
const agreed = [decision("given", "2026-03-01", { purposeKey: "research", channel: null })];
const survey = (changes: Partial<GateRequest> = {}) =>
  request({ kind: "research", purposeKey: "research", ...changes });
const service = purpose({ key: "membership", messageKind: "service" });
const notice = (changes: Partial<GateRequest> = {}) =>
  request({ kind: "service", purposeKey: "membership", countsAsApproach: false, ...changes });
const authority = { publicAuthority: true, charity: false };
const task = purpose({
  key: "membership",
  messageKind: "service",
  lawfulBasis: "publicTask",
  withinPublicTask: true,
  legalSource: "An Act",
});
const charity = { publicAuthority: false, charity: true };

const table: readonly Case[] = [
  ['PE-6 T: "meeting moved to 6pm"', notice(), facts({ purpose: service }), "permitted"],
  [
    "PE-3 T: the same with a promotion at the end",
    notice({ promotional: true }),
    facts({ purpose: service }),
    "message.promotional",
  ],
  [
    "PE-2 T: a survey with money off garage rent",
    survey({ incentive: "ownGoods" }),
    facts({ purpose: research, consents: agreed }),
    "message.promotional",
  ],
  [
    "PE-2 T: a survey with a supermarket voucher",
    survey({ incentive: "thirdPartyVoucher" }),
    facts({ purpose: research, consents: agreed }),
    "permitted",
  ],
  [
    "PE-2 [D]: rent credit for a survey",
    survey({ incentive: "rentCredit" }),
    facts({ purpose: research, consents: agreed }),
    "message.promotional",
  ],
  [
    "PE-2 [D]: rent credit after the DPO settled the point",
    survey({ incentive: "rentCredit" }),
    facts({
      purpose: research,
      consents: agreed,
      settings: [{ point: "rentCreditIsNeutral", approvalId: "decision-1" }],
    }),
    "permitted",
  ],
  [
    'PE-4 T: "would you like to hear from us?" to people who never said yes',
    request({ kind: "service", promotional: true }),
    facts({ purpose: purpose({ lawfulBasis: "consent" }) }),
    "consent.missing",
  ],
  [
    "PE-6 [D]: asking people to join is direct marketing",
    notice({ recruits: true }),
    facts({ purpose: service }),
    "message.promotional",
  ],
  [
    "PE-6 [D]: neutral words that ask to join, after the DPO settled the point",
    notice({ recruits: true }),
    facts({ purpose: service, settings: [{ point: "recruitmentIsNeutral", approvalId: "decision-2" }] }),
    "permitted",
  ],
  [
    "3.3 T: a research text with a campaign link, without a yes to marketing",
    survey({ channel: "sms", promotional: true }),
    facts({ purpose: research, consents: agreed }),
    "message.promotional",
  ],
  [
    "3.3 T, PE-5: a public authority's news of its task, signed off by the DPO",
    notice({ promotional: true, publicTaskSignOff: "decision-3" }),
    facts({ organisation: authority, purpose: task }),
    "permitted",
  ],
  [
    "PE-5: the same without the sign-off",
    notice({ promotional: true }),
    facts({ organisation: authority, purpose: task }),
    "message.promotional",
  ],
  [
    "PE-5: a private landlord has no task to sign off",
    notice({ promotional: true, publicTaskSignOff: "decision-3" }),
    facts({ purpose: task }),
    "message.promotional",
  ],
  [
    "PE-5: fundraising and paid services stay direct marketing",
    notice({ promotional: true, sellsOrFundraises: true, publicTaskSignOff: "decision-3" }),
    facts({ organisation: authority, purpose: task }),
    "message.promotional",
  ],
  [
    "3.3: a service message that nobody needs",
    notice({ unnecessary: true }),
    facts({ purpose: service }),
    "message.unnecessary",
  ],
  [
    "3.3 G: nobody approved it",
    notice({ unapproved: true }),
    facts({ purpose: service }),
    "message.notApproved",
  ],
  [
    "3.3: a rights reply that promotes is none",
    request({ kind: "rightsReply", promotional: true, purposeKey: "membership" }),
    facts({ purpose: service }),
    "message.promotional",
  ],
  [
    "PE-9 T: the message also advertises the commercial arm",
    request({ promotesOthers: true }),
    facts({ organisation: charity, purpose: purpose({ softOptIn: "charity" }), softOptIn: softOptIn() }),
    "softOptIn.missing",
  ],
  [
    "PE-9: the box to say no was used",
    request(),
    facts({
      organisation: charity,
      purpose: purpose({ softOptIn: "charity" }),
      softOptIn: softOptIn({ optOutUsed: true }),
    }),
    "softOptIn.missing",
  ],
  [
    "PE-9 [D]: being a tenant is no support",
    request(),
    facts({
      organisation: charity,
      purpose: purpose({ softOptIn: "charity" }),
      softOptIn: softOptIn({ context: "beneficiary" }),
    }),
    "softOptIn.missing",
  ],
  [
    "PE-9: joined in 2024, came back of their own accord in March 2026",
    request(),
    facts({
      organisation: charity,
      purpose: purpose({ softOptIn: "charity" }),
      softOptIn: softOptIn({ engagedAfresh: true }),
      member: { joinedAt: moment("2024-05-01") },
    }),
    "permitted",
  ],
  [
    "PE-8: a sale licenses only similar products of one's own",
    request({ similarProducts: false }),
    facts({ purpose: purpose({ softOptIn: "sale" }), softOptIn: softOptIn({ context: "sale" }) }),
    "softOptIn.missing",
  ],
  [
    "PE-8 [D]: a tenancy is no sale",
    request({ similarProducts: true }),
    facts({ purpose: purpose({ softOptIn: "sale" }), softOptIn: softOptIn({ context: "tenancy" }) }),
    "softOptIn.missing",
  ],
];

test.each(table)("%s", (_name, ask, known, expected) => {
  expect(decide(ask, known, noon).code).toBe(expected);
});

describe("PE-10, 3.3 ID + OUT: the finished message", () => {
  const whole: RenderedMessage = {
    identityShown: true,
    optOutOffered: true,
    callerLineShown: true,
    contactDetailsShown: true,
  };
  const known = facts({
    purpose: purpose({ lawfulBasis: "consent", channels }),
    consents: channels.map((channel) => decision("given", "2026-03-01", { channel })),
  });
  const code = (channel: (typeof channels)[number], rendered: RenderedMessage | null) =>
    decide(request({ channel, rendered }), known, noon).code;

  test("permits what shows all it must, on every channel", () => {
    for (const channel of channels) expect(code(channel, whole)).toBe("permitted");
  });
  test.each([
    ["13 T: a body that dropped the footer", "email", { ...whole, optOutOffered: false }, "message.noOptOut"],
    ["a body that hides its sender", "email", { ...whole, identityShown: false }, "message.noIdentity"],
    ["a letter without objection wording", "post", { ...whole, optOutOffered: false }, "message.noOptOut"],
    [
      'PE-10 T: "reply STOP" from a name that cannot be replied to',
      "sms",
      { ...whole, optOutByReply: true, senderReplyable: false },
      "message.cannotReply",
    ],
    [
      '"reply STOP" to a short code',
      "sms",
      { ...whole, optOutByReply: true, senderReplyable: true },
      "permitted",
    ],
    ["a caller who gives no name", "call", { ...whole, identityShown: false }, "message.noIdentity"],
    ["a call from a hidden number", "call", { ...whole, callerLineShown: false }, "message.noCallerLine"],
    [
      "a recording without an address",
      "automatedCall",
      { ...whole, contactDetailsShown: false },
      "message.noContactDetails",
    ],
    [
      "a live call gives the address only on request",
      "call",
      { ...whole, contactDetailsShown: false },
      "permitted",
    ],
    ["nobody looked at the finished message", "email", null, "message.notRendered"],
  ] as const)("%s", (_name, channel, rendered, expected) => {
    expect(code(channel, rendered)).toBe(expected);
  });
  test("TR-4 T: a member who needs large print gets no standard mail", () => {
    const needs = facts({ purpose: service, member: { neededFormat: "largePrint" } });
    expect(decide(notice({ rendered: whole }), needs, noon).code).toBe("message.wrongFormat");
    const large = { ...whole, format: "largePrint" };
    expect(decide(notice({ rendered: large }), needs, noon).code).toBe("permitted");
  });
  test("3.3 [P]: research on legitimate interests offers a way out; research that was agreed to need not", () => {
    const interests = facts({ purpose: { ...research, lawfulBasis: "legitimateInterests" } });
    const silent = { ...whole, optOutOffered: false };
    expect(decide(survey({ rendered: silent }), interests, noon).code).toBe("message.noOptOut");
    const consent = facts({ purpose: research, consents: agreed });
    expect(decide(survey({ rendered: silent }), consent, noon).code).toBe("permitted");
  });
});
