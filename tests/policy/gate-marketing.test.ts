import { expect, test } from "vitest";
import { decide } from "@/lib/policy/gate/decide";
import type { GateCode, GateFacts, GateRequest } from "@/lib/policy/gate/types";
import { decision, facts, moment, noon, purpose, request, softOptIn } from "./gate-makers";

// law.md 3.3, row by row: direct marketing on each channel and basis.

type Case = readonly [name: string, GateRequest, GateFacts, GateCode];

const consentBasis = purpose({ lawfulBasis: "consent" });
const charity = { publicAuthority: false, charity: true };
const soiCharity = purpose({ softOptIn: "charity" });
const soiSale = purpose({ softOptIn: "sale" });
const yes = (purposeKey: string, channel: "email" | "sms" | "call" | null) =>
  decision("given", "2026-03-01", { purposeKey, channel });

const marketing: readonly Case[] = [
  [
    "DM e-mail on consent with a yes for e-mail",
    request(),
    facts({ purpose: consentBasis, consents: [yes("promotion", "email")] }),
    "permitted",
  ],
  [
    "3.3 T: consent for DM e-mail only, staff pick SMS",
    request({ channel: "sms" }),
    facts({ purpose: consentBasis, consents: [yes("promotion", "email")] }),
    "consent.missing",
  ],
  [
    "CN-1: DM needs a yes for this very channel; a general yes is none",
    request(),
    facts({ purpose: consentBasis, consents: [yes("promotion", null)] }),
    "consent.missing",
  ],
  ["3.3 T (C1's stated model): LI, e-mail, no soft opt-in", request(), facts(), "consent.missing"],
  ["LI, SMS, no soft opt-in", request({ channel: "sms" }), facts(), "consent.missing"],
  [
    "LI, e-mail, no soft opt-in, but a PECR yes",
    request(),
    facts({ consents: [yes("promotion", "email")] }),
    "permitted",
  ],
  ["3.3 T: LI, post", request({ channel: "post" }), facts(), "permitted"],
  [
    "3.3 T: LI, live call, TPS clear",
    request({ channel: "call" }),
    facts({ tpsScreenedOn: "2026-11-01" }),
    "permitted",
  ],
  ["PE-12: LI, live call, never screened", request({ channel: "call" }), facts(), "telephone.notScreened"],
  [
    "PE-12: screened exactly 28 days ago",
    request({ channel: "call" }),
    facts({ tpsScreenedOn: "2026-10-24" }),
    "permitted",
  ],
  [
    "PE-12: screened 29 days ago",
    request({ channel: "call" }),
    facts({ tpsScreenedOn: "2026-10-23" }),
    "telephone.notScreened",
  ],
  [
    "PE-12: screened tomorrow",
    request({ channel: "call" }),
    facts({ tpsScreenedOn: "2026-11-22" }),
    "telephone.notScreened",
  ],
  [
    "PE-12: a specific yes to calls overrides the TPS",
    request({ channel: "call" }),
    facts({ consents: [yes("promotion", "call")] }),
    "permitted",
  ],
  [
    "DM on public task",
    request({ channel: "post" }),
    facts({ purpose: purpose({ lawfulBasis: "publicTask", legalSource: "An Act" }) }),
    "basis.notAvailable",
  ],
  [
    "DM on contract",
    request(),
    facts({ purpose: purpose({ lawfulBasis: "contract" }) }),
    "basis.notAvailable",
  ],
  [
    "DM by post on consent without a yes",
    request({ channel: "post" }),
    facts({ purpose: consentBasis }),
    "consent.missing",
  ],
  [
    "PE-9 T: charity, joined 1 Mar 2026, opt-out offered and unused",
    request(),
    facts({ organisation: charity, purpose: soiCharity, softOptIn: softOptIn() }),
    "permitted",
  ],
  [
    "PE-9 T: charity, joined 2024",
    request(),
    facts({
      organisation: charity,
      purpose: soiCharity,
      softOptIn: softOptIn({ collectedAt: moment("2024-05-01") }),
      member: { joinedAt: moment("2024-05-01") },
    }),
    "softOptIn.missing",
  ],
  [
    "PE-9: the day before reg 22(3A)",
    request(),
    facts({
      organisation: charity,
      purpose: soiCharity,
      softOptIn: softOptIn({ collectedAt: moment("2026-02-04T23:59:59") }),
    }),
    "softOptIn.missing",
  ],
  [
    "PE-9: the first instant of reg 22(3A)",
    request(),
    facts({
      organisation: charity,
      purpose: soiCharity,
      softOptIn: softOptIn({ collectedAt: moment("2026-02-05") }),
    }),
    "permitted",
  ],
  [
    "PE-9 T: a subsidiary took the address",
    request(),
    facts({
      organisation: charity,
      purpose: soiCharity,
      softOptIn: softOptIn({ collectedByController: false }),
    }),
    "softOptIn.missing",
  ],
  [
    "PE-9 T: the message also advertises the commercial arm",
    request({ promotesOthers: true }),
    facts({ organisation: charity, purpose: soiCharity, softOptIn: softOptIn() }),
    "softOptIn.missing",
  ],
  [
    "PE-9: no opt-out was offered when the details were taken",
    request(),
    facts({ organisation: charity, purpose: soiCharity, softOptIn: softOptIn({ optOutOffered: false }) }),
    "softOptIn.missing",
  ],
  [
    "PE-9: no evidence at all",
    request(),
    facts({ organisation: charity, purpose: soiCharity }),
    "softOptIn.missing",
  ],
  [
    "PE-9: details that are said to be taken tomorrow",
    request(),
    facts({
      organisation: charity,
      purpose: soiCharity,
      softOptIn: softOptIn({ collectedAt: moment("2026-11-22") }),
    }),
    "softOptIn.missing",
  ],
  [
    "PE-9: joined before reg 22(3A), details taken again later",
    request(),
    facts({
      organisation: charity,
      purpose: soiCharity,
      softOptIn: softOptIn(),
      member: { joinedAt: moment("2025-05-01") },
    }),
    "softOptIn.missing",
  ],
  [
    "PE-9: not a charity",
    request(),
    facts({ purpose: soiCharity, softOptIn: softOptIn() }),
    "softOptIn.missing",
  ],
  [
    "PE-8 T: sign-up form, panel promotion: no sale, so no soft opt-in A",
    request(),
    facts({ purpose: soiSale, softOptIn: softOptIn({ context: "other" }) }),
    "softOptIn.missing",
  ],
  [
    "PE-8 T: shared-ownership enquirer, opt-out offered, similar homes",
    request({ similarProducts: true }),
    facts({ purpose: soiSale, softOptIn: softOptIn({ context: "sale" }) }),
    "permitted",
  ],
  [
    "12 row 8: the panel promised to ask first, even by post",
    request({ channel: "post" }),
    facts({ purpose: purpose({ promisedConsent: ["post", "call"] }) }),
    "consent.missing",
  ],
];

test.each(marketing)("%s", (_name, ask, known, expected) => {
  const answer = decide(ask, known, noon);
  expect(answer.code).toBe(expected);
  expect(answer.permitted).toBe(expected === "permitted");
  expect(answer.citation).not.toBe("");
});
