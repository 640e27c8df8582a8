import { describe } from "vitest";
import type { Recipient } from "@/lib/policy/document";
import {
  edited,
  field,
  purpose,
  recipient,
  record,
  membership,
  without,
  refuses,
  type Broken,
} from "./lint-makers";
import { documents } from "./presets";

// Sensitive data, recipients, retention and the panel itself: each rule by its name in law.md and its test line.

const { citizensTogether, connect, residentPanel } = documents;

const sensitive: readonly Broken[] = [
  [
    "SC-1 T: access needs hidden in an ordinary field",
    field(connect, "contactPreference", { label: "Access needs, such as a sign language interpreter" }),
    "SC-1",
    "fields.contactPreference.specialCategory",
  ],
  [
    "SC-4 T: an appropriate policy document that is a draft",
    record(residentPanel, "apd-equality", { status: "draft" }),
    "SC-4",
    "fields.ethnicity.appropriatePolicyDocumentKey",
  ],
  [
    "SC-4: one that is not in force yet",
    residentPanel,
    "SC-4",
    "fields.ethnicity.appropriatePolicyDocumentKey",
    "2026-01-18",
  ],
  [
    "SC-6 T: equality answers serve a purpose that invites people",
    field(residentPanel, "ethnicity", { purposes: ["representation", "research"] }),
    "SC-6",
    "fields.ethnicity.purposes",
  ],
  [
    "SC-7: paragraph 6 for adjustments, not settled by the data protection officer",
    { ...residentPanel, settings: [] },
    "SC-7",
    "fields.adjustments.art9Condition",
  ],
];

const register: readonly Broken[] = [
  [
    "12 row 13: a processor that keeps data longer, and nothing done about it",
    {
      ...residentPanel,
      recipients: residentPanel.recipients.map((one) => without(one, "retentionPlan") as Recipient),
    },
    "RT-1",
    "recipients.govdelivery.ownRetention",
  ],
  [
    "AC-5 T: bare EU clauses (12 row 15)",
    recipient(connect, "surveymonkey", { transfer: "euClausesAlone" }),
    "AC-5",
    "recipients.surveymonkey.transfer",
  ],
  [
    "AC-5 T: Australia by adequacy",
    recipient(connect, "surveymonkey", { where: "Australia", transfer: "adequacyRegulations" }),
    "AC-5",
    "recipients.surveymonkey.transfer",
  ],
  [
    "AC-5 T: Turkey by adequacy",
    recipient(connect, "surveymonkey", { where: "Turkey", transfer: "adequacyRegulations" }),
    "AC-5",
    "recipients.surveymonkey.transfer",
  ],
  [
    "AC-5: the United States by adequacy",
    recipient(connect, "surveymonkey", { where: "United States", transfer: "adequacyRegulations" }),
    "AC-5",
    "recipients.surveymonkey.transfer",
  ],
  [
    "AC-5: Spain and the United States, one safeguard for both",
    recipient(connect, "surveymonkey", { where: "Spain and United States", transfer: "adequacyRegulations" }),
    "AC-5",
    "recipients.surveymonkey.transfer",
  ],
  [
    "AC-5: the data bridge to somewhere else",
    recipient(residentPanel, "zoom", { where: "India" }),
    "AC-5",
    "recipients.zoom.transfer",
  ],
  [
    "AC-5 T: the UK Extension was never looked up",
    {
      ...residentPanel,
      recipients: residentPanel.recipients.map((one) => without(one, "ukExtensionCheckedOn") as Recipient),
    },
    "AC-5",
    "recipients.zoom.ukExtensionCheckedOn",
  ],
  [
    "AC-5 T: it was looked up more than 12 months ago",
    recipient(residentPanel, "zoom", { ukExtensionCheckedOn: "2025-11-20" }),
    "AC-5",
    "recipients.zoom.ukExtensionCheckedOn",
    "2026-11-21",
  ],
  [
    "RT-1: a notice that keeps something indefinitely",
    {
      ...citizensTogether,
      retentionRules: edited(citizensTogether.retentionRules, "panel-details", {
        sourceText: "In some cases we keep them indefinitely.",
      }),
    },
    "RT-1",
    "retentionRules.panel-details.sourceText",
  ],
  [
    "RT-1: a trigger that never comes, the end of a term there is not",
    { ...residentPanel, membership: without(residentPanel.membership, "term") },
    "RT-1",
    "retentionRules.panel-term.trigger",
  ],
  [
    "RT-1: a trigger that never comes, the close of applications in an open panel",
    { ...residentPanel, panel: { ...residentPanel.panel, joining: "open" } },
    "RT-1",
    "retentionRules.unsuccessful.trigger",
  ],
];

const panel: readonly Broken[] = [
  [
    "RR-12: no regulator is named for the day",
    { ...connect, regulator: connect.regulator.map((one) => ({ ...one, from: "2027-01-01" })) },
    "RR-12",
    "regulator",
    "2026-12-31",
  ],
  [
    "RR-12: two regulators from one day",
    { ...connect, regulator: [...connect.regulator, ...connect.regulator] },
    "RR-12",
    "regulator",
  ],
  [
    "LB-11 T: a significant decision by computer without a person",
    {
      ...connect,
      automatedDecisions: [
        { key: "score", what: "x", logic: "x", effect: "x", significant: true, humanReview: false },
      ],
    },
    "LB-11",
    "automatedDecisions.score.humanReview",
  ],
  [
    "TR-1: a data protection officer whom nobody can reach",
    { ...connect, organisation: { ...connect.organisation, dpoEmail: "the officer" } },
    "TR-1",
    "organisation.dpoEmail",
  ],
  [
    "TR-1: no data protection officer",
    { ...connect, organisation: { ...connect.organisation, dpoEmail: " " } },
    "TR-1",
    "organisation.dpoEmail",
  ],
  [
    "a round that closes before it opens",
    membership(residentPanel, {
      rounds: [
        { key: "r", opensOn: "2026-09-01", closesOn: "2026-08-01", decideBy: "2026-10-01", places: 5 },
      ],
    }),
    "rounds",
    "membership.rounds.r",
  ],
  [
    "rounds in a panel that is open at any time",
    membership(connect, {
      rounds: [
        { key: "r", opensOn: "2026-08-01", closesOn: "2026-09-01", decideBy: "2026-10-01", places: 5 },
      ],
    }),
    "rounds",
    "membership.rounds",
  ],
  [
    "quiet days that end before they begin",
    { ...connect, quietDates: [{ from: "2027-01-02", to: "2026-12-24", why: "x" }] },
    "quietDates",
    "quietDates.2027-01-02.to",
  ],
  ["CN-4: a yes that counts for no time", { ...connect, consentLife: "P0D" }, "CN-4", "consentLife"],
  [
    "a limit over no time",
    { ...connect, contactBudget: { approaches: 2, window: "P0D" } },
    "budget",
    "contactBudget.window",
  ],
  [
    "a promise that stands twice",
    { ...connect, promises: ["We are kind.", "We are kind."] },
    "keys",
    "promises",
  ],
  ["an area that stands twice", { ...connect, areas: ["North", "North"] }, "keys", "areas"],
  [
    "CN-1: a question on a way of contact that the purpose does not use",
    purpose(citizensTogether, "promotion", { channels: ["email"] }),
    "CN-1",
    "purposes.promotion.ask.post",
  ],
  [
    "a way of contact that stands twice",
    purpose(connect, "noticeChanges", { channels: ["email", "email"] }),
    "keys",
    "purposes.noticeChanges.channels",
  ],
  [
    "CN-7: an age band that begins below the minimum age",
    membership(connect, { minimumAge: 21, eligibility: "You live in a Connect home." }),
    "CN-7",
    "fields.ageBand.input",
  ],
  [
    "quiet days that come again before they end",
    { ...connect, quietDates: [{ from: "2026-12-24", to: "2027-12-23", yearly: true, why: "x" }] },
    "quietDates",
    "quietDates.2026-12-24.yearly",
  ],
  [
    "[D]: a debated point whose approval has run out",
    residentPanel,
    "[D]",
    "settings.adjustmentsUnderParagraph6",
    "2027-01-20",
  ],
  [
    "[D]: a debated point settled by somebody else",
    {
      ...residentPanel,
      settings: (residentPanel.settings ?? []).map((one) => ({ ...one, approvedByRole: "Head of News" })),
    },
    "[D]",
    "settings.adjustmentsUnderParagraph6.approvedByRole",
  ],
];

describe("sensitive data", () => {
  refuses(sensitive);
});
describe("register and retention", () => {
  refuses(register);
});
describe("panel", () => {
  refuses(panel);
});
