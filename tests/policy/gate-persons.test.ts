import { expect, test } from "vitest";
import { ageGroupAt } from "@/lib/policy/age";
import { decide } from "@/lib/policy/gate/decide";
import type { GateCode, GateFacts, GateRequest } from "@/lib/policy/gate/types";
import { decision, facts, moment, noon, purpose, request } from "./gate-makers";

// The global gate G of law.md 3.3 about persons: who they are, who acts for them, what they said no to.

type Case = readonly [name: string, GateRequest, GateFacts, GateCode];

const post = request({ channel: "post" });
const research = purpose({ key: "research", messageKind: "research" });
const survey = request({ kind: "research", purposeKey: "research" });
const service = purpose({ key: "membership", messageKind: "service" });
const notice = request({ kind: "service", purposeKey: "membership", countsAsApproach: false });
const about = (channel: "email" | null, messageKind: "directMarketing" | null) => [
  { purposeKey: null, channel, messageKind, recordedAt: noon },
];
const attorney = {
  authority: "powerOfAttorney",
  scope: ["membership"],
  evidenced: true,
  revoked: false,
  lastDay: "2026-11-21",
} as const;
const toAttorney = { ...notice, toRepresentative: true };

const table: readonly Case[] = [
  ["G: somebody who died", post, facts({ member: { deceased: true } }), "member.deceased"],
  ["G: details that may be another's", post, facts({ member: { matched: false } }), "member.notMatched"],
  [
    "RR-10: restricted for this purpose",
    post,
    facts({ member: { restrictedPurposes: ["promotion"] } }),
    "member.restricted",
  ],
  [
    "RR-10: restricted for another purpose",
    post,
    facts({ member: { restrictedPurposes: ["research"] } }),
    "permitted",
  ],
  ["G: the controller is the sender", { ...post, senderKey: "group" }, facts(), "controller.notSender"],
  [
    "G: sent by the controller itself",
    { ...post, senderKey: "landlord" },
    facts({ organisation: { key: "landlord", publicAuthority: false, charity: false } }),
    "permitted",
  ],
  [
    "CN-4 T: after a merger the old yes is none to the new controller",
    request(),
    facts({
      organisation: { key: "merged", publicAuthority: false, charity: false },
      purpose: purpose({ lawfulBasis: "consent" }),
      consents: [decision("given", "2026-03-01", { controllerKey: "landlord" })],
    }),
    "consent.missing",
  ],
  [
    "CN-4: the old no binds the new controller",
    post,
    facts({
      organisation: { key: "merged", publicAuthority: false, charity: false },
      consents: [decision("objected", "2026-03-01", { channel: null, controllerKey: "landlord" })],
    }),
    "objection.received",
  ],
  [
    "3.3 T: DM suppressed, research goes out",
    survey,
    facts({ purpose: research, member: { suppressions: about(null, "directMarketing") } }),
    "permitted",
  ],
  [
    "3.3: DM suppressed, service goes out",
    notice,
    facts({ purpose: service, suppressions: about("email", "directMarketing") }),
    "permitted",
  ],
  [
    "PE-13: DM suppressed by the person, whatever the address",
    post,
    facts({ member: { suppressions: about(null, "directMarketing") } }),
    "suppression.person",
  ],
  [
    "3.3: suppressed for all, service",
    notice,
    facts({ purpose: service, member: { suppressions: about(null, null) } }),
    "suppression.person",
  ],
  [
    "3.3: left, an ordinary service message",
    notice,
    facts({ purpose: service, member: { state: "left" } }),
    "member.left",
  ],
  [
    "3.3: left, proof of leaving",
    { ...notice, occasion: "closure" },
    facts({ purpose: service, member: { state: "left" } }),
    "permitted",
  ],
  [
    "3.3: left, a new notice, on contract",
    { ...notice, occasion: "noticeChange" },
    facts({ purpose: { ...service, lawfulBasis: "contract" }, member: { state: "left" } }),
    "member.left",
  ],
  [
    "3.3: left, research called a reply",
    { ...survey, occasion: "reply" },
    facts({ purpose: research, member: { state: "left" } }),
    "member.left",
  ],
  [
    "CN-7 [P]: promotion to somebody of 17",
    post,
    facts({ member: { age: ageGroupAt("2009-05-01", noon) } }),
    "member.under18",
  ],
  [
    "CN-7 [P]: promotion to somebody of 18",
    post,
    facts({ member: { age: ageGroupAt("2008-11-21", noon) } }),
    "permitted",
  ],
  [
    "CN-7 [P]: promotion to somebody of 12, whatever the DPO settled",
    post,
    facts({
      member: { age: ageGroupAt("2014-05-01", noon) },
      settings: [{ point: "marketingToUnder18", approvalId: "decision-4" }],
    }),
    "member.under18",
  ],
  [
    "CN-7 [P]: promotion to somebody of 17 after the DPO settled the point",
    post,
    facts({
      member: { age: ageGroupAt("2009-05-01", noon) },
      settings: [{ point: "marketingToUnder18", approvalId: "decision-4" }],
    }),
    "permitted",
  ],
  [
    "CN-7: research on consent of a child of 12",
    survey,
    facts({
      purpose: { ...research, lawfulBasis: "consent" },
      member: { age: ageGroupAt("2013-11-22", noon) },
      consents: [decision("given", "2026-03-01", { purposeKey: "research", channel: null })],
    }),
    "member.needsParent",
  ],
  [
    "CN-8: to an attorney within their authority",
    toAttorney,
    facts({ purpose: service, representative: attorney }),
    "permitted",
  ],
  [
    "CN-8: to somebody who showed nothing",
    toAttorney,
    facts({ purpose: service }),
    "representative.noAuthority",
  ],
  [
    "CN-8: to a benefits appointee",
    toAttorney,
    facts({ purpose: service, representative: { ...attorney, authority: "benefitsAppointee" } }),
    "representative.noAuthority",
  ],
  [
    "CN-8: beyond their authority",
    toAttorney,
    facts({ purpose: service, representative: { ...attorney, scope: ["complaints"] } }),
    "representative.outOfScope",
  ],
  [
    "CN-8 T: an authority that ended",
    toAttorney,
    facts({ purpose: service, representative: { ...attorney, lastDay: "2026-11-20" } }),
    "representative.expired",
  ],
  [
    "CN-8 T: and the member's own messages are intact",
    notice,
    facts({ purpose: service, representative: { ...attorney, lastDay: "2026-11-20" } }),
    "permitted",
  ],
  [
    "quiet days of the panel",
    post,
    facts({ quietDates: [{ from: "2026-11-21", to: "2026-11-23" }] }),
    "panel.quietDates",
  ],
  [
    "quiet days hold back approaches only",
    notice,
    facts({ purpose: service, quietDates: [{ from: "2026-11-21", to: "2026-11-23" }] }),
    "permitted",
  ],
  [
    "quiet days that nobody can read",
    post,
    facts({ quietDates: [{ from: "2026-02-30", to: "2026-11-23" }] }),
    "facts.unreadable",
  ],
  [
    "quiet days of an earlier year that come again",
    post,
    facts({ quietDates: [{ from: "2020-11-20", to: "2020-11-22", yearly: true }] }),
    "panel.quietDates",
  ],
  [
    "quiet days around the turn of each year, outside them",
    post,
    facts({ quietDates: [{ from: "2020-12-24", to: "2021-01-02", yearly: true }] }),
    "permitted",
  ],
];

test.each(table)("%s", (_name, ask, known, expected) => {
  const answer = decide(ask, known, noon);
  expect(answer.code).toBe(expected);
  expect(answer.citation).not.toBe("");
});

test("an answer holds until the quiet days begin, and again until they end", () => {
  const quiet = facts({ quietDates: [{ from: "2026-12-24", to: "2027-01-01" }] });
  expect(decide(post, quiet, noon)).toMatchObject({ permitted: true, validUntil: moment("2026-12-24") });
  expect(decide(post, quiet, moment("2026-12-25")).validUntil).toBe(moment("2027-01-02"));
});

test("quiet days of each year begin again where they did, and have no beginning before their first", () => {
  const yearly = facts({ quietDates: [{ from: "2024-12-24", to: "2025-01-02", yearly: true }] });
  expect(decide(post, yearly, noon)).toMatchObject({ permitted: true, validUntil: moment("2026-12-24") });
  expect(decide(post, yearly, moment("2027-01-02")).validUntil).toBe(moment("2027-01-03"));
  expect(decide(post, yearly, moment("2027-01-03")).permitted).toBe(true);
  const later = facts({ quietDates: [{ from: "2027-11-21", to: "2027-11-21", yearly: true }] });
  expect(decide(post, later, noon).permitted).toBe(true);
});

test("an answer holds until somebody turns 18", () => {
  const young = facts({ member: { age: ageGroupAt("2009-05-01", noon) } });
  expect(decide(post, young, noon).validUntil).toBe(moment("2027-04-30T23:00"));
});

test("RR-10: a restriction whose end is no instant has none", () => {
  const endless = facts({ member: { restricted: true, restrictedUntil: 1e300 } });
  expect(decide(post, endless, noon)).toMatchObject({ code: "member.restricted", validUntil: null });
  const ended = facts({ member: { restricted: true, restrictedUntil: noon } });
  expect(decide(post, ended, noon).code).toBe("permitted");
  const ending = facts({ member: { restricted: true, restrictedUntil: noon + 1 } });
  expect(decide(post, ending, noon)).toMatchObject({ code: "member.restricted", validUntil: noon + 1 });
});
