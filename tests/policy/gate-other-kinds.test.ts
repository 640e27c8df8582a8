import { expect, test } from "vitest";
import { decide } from "@/lib/policy/gate/decide";
import type { GateCode, GateFacts, GateRequest } from "@/lib/policy/gate/types";
import { decision, facts, noon, purpose, request } from "./gate-makers";

// law.md 3.3, row by row: research, service and rights replies on each channel and basis.

type Case = readonly [name: string, GateRequest, GateFacts, GateCode];

const research = (changes: Parameters<typeof purpose>[0] = {}) =>
  purpose({ key: "research", messageKind: "research", ...changes });
const researchRequest = (changes: Partial<GateRequest> = {}) =>
  request({ kind: "research", purposeKey: "research", ...changes });
const service = (changes: Parameters<typeof purpose>[0] = {}) =>
  purpose({ key: "membership", messageKind: "service", ...changes });
const serviceRequest = (changes: Partial<GateRequest> = {}) =>
  request({ kind: "service", purposeKey: "membership", countsAsApproach: false, ...changes });
const yes = (purposeKey: string, channel: "email" | null) =>
  decision("given", "2026-03-01", { purposeKey, channel });

const otherKinds: readonly Case[] = [
  [
    "research e-mail on consent, yes for e-mail",
    researchRequest(),
    facts({ purpose: research({ lawfulBasis: "consent" }), consents: [yes("research", "email")] }),
    "permitted",
  ],
  [
    "research e-mail on consent, a yes for any channel",
    researchRequest(),
    facts({ purpose: research({ lawfulBasis: "consent" }), consents: [yes("research", null)] }),
    "permitted",
  ],
  ["research e-mail on LI", researchRequest(), facts({ purpose: research() }), "permitted"],
  [
    "research e-mail on public task of a public authority",
    researchRequest(),
    facts({
      organisation: { publicAuthority: true, charity: false },
      purpose: research({ lawfulBasis: "publicTask", withinPublicTask: true, legalSource: "An Act" }),
    }),
    "permitted",
  ],
  [
    "research by live call: TPS is not asked",
    researchRequest({ channel: "call" }),
    facts({ purpose: research() }),
    "permitted",
  ],
  [
    "research e-mail on contract",
    researchRequest(),
    facts({ purpose: research({ lawfulBasis: "contract" }) }),
    "basis.notAvailable",
  ],
  [
    "research by post on contract",
    researchRequest({ channel: "post" }),
    facts({ purpose: research({ lawfulBasis: "contract" }) }),
    "permitted",
  ],
  [
    "LB-8 T: recognised legitimate interest for a survey",
    researchRequest(),
    facts({ purpose: research({ lawfulBasis: "recognisedLegitimateInterest" }) }),
    "basis.notAvailable",
  ],
  [
    "3.3 T: DM stopped, research on consent",
    researchRequest(),
    facts({
      purpose: research({ lawfulBasis: "consent" }),
      consents: [decision("objected", "2026-06-01", { channel: null }), yes("research", "email")],
      suppressions: [{ purposeKey: "promotion", channel: null, recordedAt: noon }],
    }),
    "permitted",
  ],
  [
    "3.3 T: research with a promotional link is DM and needs a DM purpose",
    request({ purposeKey: "research" }),
    facts({ purpose: research({ lawfulBasis: "consent" }), consents: [yes("research", "email")] }),
    "message.wrongKind",
  ],
  [
    "PE-7: research answers do not make DM out of a research purpose",
    request({ purposeKey: "research", channel: "post" }),
    facts({ purpose: research() }),
    "message.wrongKind",
  ],
  [
    "service on LI, DM stopped: DM suppression does not block",
    serviceRequest(),
    facts({
      purpose: service(),
      suppressions: [{ purposeKey: "promotion", channel: "email", recordedAt: noon }],
    }),
    "permitted",
  ],
  [
    "service on legal obligation",
    serviceRequest(),
    facts({ purpose: service({ lawfulBasis: "legalObligation", legalSource: "UK GDPR 13(3)" }) }),
    "permitted",
  ],
  [
    "service about a study under its own research purpose",
    researchRequest({ kind: "service", countsAsApproach: false }),
    facts({ purpose: research({ lawfulBasis: "consent" }), consents: [yes("research", "email")] }),
    "permitted",
  ],
  [
    "service to an applicant",
    serviceRequest(),
    facts({ purpose: service(), member: { state: "applicant" } }),
    "permitted",
  ],
  [
    "service after leaving",
    serviceRequest(),
    facts({ purpose: service(), member: { state: "left" } }),
    "member.left",
  ],
  [
    "service after leaving: a public task is no ground for what must still be said",
    serviceRequest({ occasion: "closure" }),
    facts({
      purpose: service({ lawfulBasis: "publicTask", legalSource: "Housing Act 1996 Sch 2" }),
      member: { state: "left" },
    }),
    "member.left",
  ],
  [
    "service during a pause",
    serviceRequest(),
    facts({ purpose: service(), member: { pausedUntil: "2026-12-31" } }),
    "permitted",
  ],
  [
    "service to an address suppressed for everything",
    serviceRequest(),
    facts({ purpose: service(), suppressions: [{ purposeKey: null, channel: null, recordedAt: noon }] }),
    "suppression.address",
  ],
  [
    "3.3 T: suppressed for everything, breach notice",
    request({ kind: "rightsReply" }),
    facts({ suppressions: [{ purposeKey: null, channel: null, recordedAt: noon }] }),
    "permitted",
  ],
  [
    "a rights reply to someone restricted, who left, with no purpose",
    request({ kind: "rightsReply", contentReviewed: false }),
    facts({ purpose: null, address: null, member: { state: "erased", restricted: true } }),
    "permitted",
  ],
];

test.each(otherKinds)("%s", (_name, ask, known, expected) => {
  const answer = decide(ask, known, noon);
  expect(answer.code).toBe(expected);
  expect(answer.permitted).toBe(expected === "permitted");
  expect(answer.citation).not.toBe("");
});
