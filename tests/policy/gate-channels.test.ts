import { expect, test } from "vitest";
import { decide } from "@/lib/policy/gate/decide";
import type { GateCode, GateFacts, GateRequest } from "@/lib/policy/gate/types";
import { channels, type Channel } from "@/lib/policy/vocabulary";
import { decision, facts, moment, noon, purpose, request } from "./gate-makers";

// law.md 3.2 and 3.3: what each way of contact needs beyond e-mail, text, call and letter.

type Case = readonly [name: string, GateRequest, GateFacts, GateCode];

const all = { channels };
const by = (channel: Channel, changes: Partial<GateRequest> = {}) => request({ channel, ...changes });
const interests = purpose(all);
const consented = purpose({ ...all, lawfulBasis: "consent" });
const yes = (channel: Channel | null) => decision("given", "2026-03-01", { channel });
const research = purpose({ ...all, key: "research", messageKind: "research" });
const survey = (channel: Channel) => request({ kind: "research", purposeKey: "research", channel });
const service = purpose({ ...all, key: "membership", messageKind: "service" });
const notice = (channel: Channel) =>
  request({ kind: "service", purposeKey: "membership", channel, countsAsApproach: false });
const corporate = { verified: true, bounced: false, subscriber: "corporate" } as const;

const electronic = ["email", "sms", "inApp", "socialMessage", "voicemail"] as const;
const electronicRows: readonly Case[] = electronic.flatMap((channel): readonly Case[] => [
  [
    `DM by ${channel} on LI without a soft opt-in`,
    by(channel),
    facts({ purpose: interests }),
    "consent.missing",
  ],
  [
    `DM by ${channel} on consent for it`,
    by(channel),
    facts({ purpose: consented, consents: [yes(channel)] }),
    "permitted",
  ],
  [
    `DM by ${channel} on a yes to no channel in particular`,
    by(channel),
    facts({ purpose: consented, consents: [yes(null)] }),
    "consent.missing",
  ],
  [`research by ${channel} on LI`, survey(channel), facts({ purpose: research }), "permitted"],
  [`service by ${channel} on LI`, notice(channel), facts({ purpose: service }), "permitted"],
]);

const table: readonly Case[] = [
  ...electronicRows,
  [
    "3.2: marketing e-mail to a corporate subscriber needs no yes",
    by("email"),
    facts({ purpose: interests, address: corporate }),
    "permitted",
  ],
  [
    "LB-6: an objection of a named person at a company binds all the same",
    by("email"),
    facts({ purpose: interests, address: corporate, consents: [decision("objected", "2026-06-01")] }),
    "objection.received",
  ],
  [
    "3.3: the corporate exception is about e-mail",
    by("sms"),
    facts({ purpose: interests, address: corporate }),
    "consent.missing",
  ],
  [
    "reg 19: a marketing recording on LI, TPS clear",
    by("automatedCall"),
    facts({ purpose: interests, tpsScreenedOn: "2026-11-20" }),
    "consent.missing",
  ],
  [
    "reg 19: a yes to live calls is none to recordings",
    by("automatedCall"),
    facts({ purpose: consented, consents: [yes("call")] }),
    "consent.missing",
  ],
  [
    "reg 19: a yes to every way of contact is none to recordings",
    by("automatedCall"),
    facts({ purpose: consented, consents: [yes(null)] }),
    "consent.missing",
  ],
  [
    "reg 19: a yes to recordings",
    by("automatedCall"),
    facts({ purpose: consented, consents: [yes("automatedCall")] }),
    "permitted",
  ],
  [
    "3.3 [P]: a research recording needs a yes of its own",
    survey("automatedCall"),
    facts({ purpose: research }),
    "consent.missing",
  ],
  [
    "3.3 [P]: a research recording after the DPO settled the point",
    survey("automatedCall"),
    facts({
      purpose: research,
      settings: [{ point: "recordedResearchCalls", approvalId: "decision-7" }],
    }),
    "permitted",
  ],
  [
    "a settled point without its record is not settled",
    survey("automatedCall"),
    facts({ purpose: research, settings: [{ point: "recordedResearchCalls", approvalId: " " }] }),
    "consent.missing",
  ],
  ["service by a recording", notice("automatedCall"), facts({ purpose: service }), "permitted"],
  ["research by a visit", survey("visit"), facts({ purpose: research }), "permitted"],
  ["DM by a visit on LI", by("visit"), facts({ purpose: interests }), "permitted"],
  [
    'DM by a visit, "do not visit"',
    by("visit"),
    facts({ purpose: interests, member: { doNotVisit: true } }),
    "member.doNotVisit",
  ],
  [
    'a letter to somebody marked "do not visit"',
    by("post"),
    facts({ purpose: interests, member: { doNotVisit: true } }),
    "permitted",
  ],
  [
    "LB-6: an objection to marketing reaches the door too",
    by("visit"),
    facts({ purpose: interests, consents: [decision("objected", "2026-06-01", { channel: null })] }),
    "objection.received",
  ],
  [
    "3.3: a leaflet to every home is about nobody",
    by("unaddressed", { everyHome: true }),
    facts({
      purpose: interests,
      address: null,
      consents: [decision("objected", "2026-06-01", { channel: null })],
    }),
    "permitted",
  ],
  [
    "3.3: leaflets to homes that were chosen are judged as letters",
    by("unaddressed"),
    facts({ purpose: interests, consents: [decision("objected", "2026-06-01", { channel: null })] }),
    "objection.received",
  ],
  [
    "a leaflet to every home that nobody read",
    by("unaddressed", { everyHome: true, contentReviewed: false }),
    facts({ purpose: interests }),
    "message.notReviewed",
  ],
  [
    "3.3 [P]: a letter to a prospect who was not screened",
    by("post"),
    facts({ purpose: interests, member: { state: "applicant", prospect: true } }),
    "post.notScreened",
  ],
  [
    "3.3 [P]: a letter to a prospect whose home came back clear",
    by("post"),
    facts({
      purpose: interests,
      member: { state: "applicant", prospect: true },
      mpsScreenedOn: "2026-11-01",
    }),
    "permitted",
  ],
  [
    "3.3 [P]: a letter to a prospect after the DPO settled the point",
    by("post"),
    facts({
      purpose: interests,
      member: { state: "applicant", prospect: true },
      settings: [{ point: "prospectsWithoutPreferenceService", approvalId: "decision-8" }],
    }),
    "permitted",
  ],
  [
    "PE-12: welcome calls override the TPS",
    by("call"),
    facts({ purpose: interests, callOverride: { toldAt: moment("2026-03-01"), withdrawnAt: null } }),
    "permitted",
  ],
  [
    "reg 21(4): and can be taken back",
    by("call"),
    facts({
      purpose: interests,
      callOverride: { toldAt: moment("2026-03-01"), withdrawnAt: moment("2026-05-01") },
    }),
    "telephone.notScreened",
  ],
  [
    "PE-12: a later objection ends welcome calls",
    by("call"),
    facts({
      purpose: interests,
      callOverride: { toldAt: moment("2026-03-01"), withdrawnAt: null },
      consents: [decision("objected", "2026-05-01", { channel: "call" })],
    }),
    "objection.received",
  ],
  [
    "TR-4: a way of contact that the person cannot use",
    notice("voicemail"),
    facts({ purpose: service, member: { unusableChannels: ["voicemail"] } }),
    "channel.notUsable",
  ],
];

test.each(table)("%s", (_name, ask, known, expected) => {
  const answer = decide(ask, known, noon);
  expect(answer.code).toBe(expected);
  expect(answer.permitted).toBe(expected === "permitted");
  expect(answer.citation).not.toBe("");
});

test("rights replies go out on every channel, whatever stands", () => {
  const closed = facts({
    member: { state: "left", restricted: true },
    suppressions: [{ purposeKey: null, channel: null, recordedAt: noon }],
  });
  for (const channel of channels) {
    expect(decide(request({ kind: "rightsReply", channel }), closed, noon).permitted).toBe(true);
  }
});

test.each([
  ["email", "PECR reg 22(2)"],
  ["automatedCall", "PECR reg 19"],
  ["call", "PECR reg 21(4)"],
] as const)("a yes to %s rests on %s", (channel, ground) => {
  const known = facts({ purpose: consented, consents: [yes(channel)] });
  expect(decide(by(channel), known, noon).citation).toBe(`UK GDPR 6(1)(a); ${ground}`);
});

test("a corporate subscriber's mail rests on its own regulation", () => {
  const known = facts({ purpose: interests, address: corporate });
  expect(decide(by("email"), known, noon).citation).toBe("UK GDPR 6(1)(f); PECR reg 22(1), 23");
});
