import { describe } from "vitest";
import {
  purpose,
  field,
  record,
  membership,
  promising,
  purposeWithout,
  refuses,
  type Broken,
} from "./lint-makers";
import { documents } from "./presets";

// What a purpose may rest on, what promotion needs and what a yes is: each rule by its name in law.md and its test line.

const { citizensTogether, connect, customerVoices, residentPanel } = documents;

const bases: readonly Broken[] = [
  [
    "LB-2: a landlord that is no public authority claims a public task",
    purpose(citizensTogether, "research", { withinPublicTask: true }),
    "LB-2",
    "purposes.research.withinPublicTask",
  ],
  [
    "LB-8 T: a recognised legitimate interest without an Annex 1 condition",
    purpose(citizensTogether, "tailoring", { lawfulBasis: "recognisedLegitimateInterest" }),
    "LB-8",
    "purposes.tailoring.annex1",
  ],
  [
    "LB-8: an Annex 1 condition on another basis",
    purpose(connect, "research", { annex1: { condition: "safeguarding", necessity: "x" } }),
    "LB-8",
    "purposes.research.annex1",
  ],
  [
    "LB-9: what was collected on consent, used for something new on another basis (8A(4))",
    purpose(citizensTogether, "tailoring", {
      compatibility: { collectedFor: "A study", collectedOn: "consent", note: "x", assessedOn: "2026-01-01" },
    }),
    "LB-9",
    "purposes.tailoring.compatibility",
  ],
  [
    "12 row 4: housing records used without a record of compatibility",
    purposeWithout(citizensTogether, "tailoring", "compatibility"),
    "LB-9",
    "purposes.tailoring.compatibility",
  ],
  [
    "AC-2 T: an assessment whose review is overdue",
    citizensTogether,
    "AC-2",
    "purposes.research.liaKey",
    "2027-02-17",
  ],
  [
    "AC-2: an assessment that is still a draft",
    record(citizensTogether, "lia-research", { status: "draft" }),
    "AC-2",
    "purposes.research.liaKey",
  ],
  [
    "AC-2: a review before the approval",
    record(citizensTogether, "lia-research", { reviewOn: "2020-01-01" }),
    "AC-2",
    "accountability.lia-research.reviewOn",
  ],
  [
    "AC-3 T: matching with housing records without an impact assessment",
    { ...connect, accountability: connect.accountability.filter(({ kind }) => kind !== "dpia") },
    "AC-3",
    "accountability",
  ],
];

const marketing: readonly Broken[] = [
  [
    "RG-1 T: a regulator's wish as the reason for promotion",
    purpose(citizensTogether, "promotion", { lawfulBasis: "legalObligation", legalSource: "TIA Standard" }),
    "PE-1",
    "purposes.promotion.lawfulBasis",
  ],
  [
    "LB-12 T: voicemail on legitimate interests without a question",
    purpose(citizensTogether, "promotion", { channels: ["email", "voicemail"] }),
    "LB-12",
    "purposes.promotion.ask",
  ],
  [
    "3.2: recorded calls without a yes of their own (PECR reg 19)",
    purpose(citizensTogether, "promotion", {
      softOptIn: "sale",
      activityKinds: [],
      channels: ["automatedCall"],
    }),
    "3.2",
    "purposes.promotion.ask",
  ],
  [
    "PE-8 T: a sale does not license the promotion of the panel",
    purpose(citizensTogether, "promotion", { softOptIn: "sale" }),
    "PE-8",
    "purposes.promotion.softOptIn",
  ],
  [
    "PE-8: a soft opt-in where nothing is marketed",
    purpose(citizensTogether, "research", { softOptIn: "sale" }),
    "PE-8",
    "purposes.research.softOptIn",
  ],
  [
    "PE-9: a charity whose status nobody confirmed",
    purpose(
      { ...citizensTogether, organisation: { ...citizensTogether.organisation, charity: true } },
      "promotion",
      { softOptIn: "charity" },
    ),
    "PE-9",
    "purposes.promotion.softOptIn",
  ],
  [
    "PE-5 T: a public authority's newsletter that nobody signed off",
    purposeWithout(residentPanel, "bulletins", "publicTaskSignOff"),
    "PE-5",
    "purposes.bulletins.publicTaskSignOff",
  ],
];

const consent: readonly Broken[] = [
  [
    "CN-1: a promise to ask first, and no question",
    purposeWithout(citizensTogether, "promotion", "ask"),
    "CN-1",
    "purposes.promotion.ask",
  ],
  [
    "CN-1: a promise to ask about a channel that is not used",
    purpose(citizensTogether, "promotion", { channels: ["email"] }),
    "CN-1",
    "purposes.promotion.promisedConsent",
  ],
  [
    "CN-1 T: one tick for e-mails, calls and post",
    purpose(connect, "promotion", {
      channels: ["email"],
      ask: { email: "May we contact you by e-mail, phone and post?" },
    }),
    "CN-1",
    "purposes.promotion.ask",
  ],
  [
    "CN-1: the same question for two purposes",
    purpose(customerVoices, "newsArticle", { askOnce: "May we use your story and picture in a case study?" }),
    "CN-1",
    "purposes.newsArticle.ask",
  ],
  [
    "CN-1 T: silence as a yes",
    purpose(connect, "monitoring", { askOnce: "We use your answers unless you untick this box." }),
    "CN-1",
    "purposes.monitoring.ask",
  ],
  [
    "CN-3 T: joined online, withdrawn by phone only (12 row 17)",
    membership(customerVoices, { routes: { joining: ["online"], withdrawing: ["phone"] } }),
    "CN-3",
    "membership.routes.withdrawing",
  ],
  [
    "CN-3: words that offer the phone only",
    purpose(customerVoices, "research", { stopping: "You can stop only by telephoning us." }),
    "CN-3",
    "purposes.research.stopping",
  ],
  [
    "CN-5: a public authority's consent without a note why it is free",
    purposeWithout(customerVoices, "research", "freelyGiven"),
    "CN-5",
    "purposes.research.freelyGiven",
  ],
  [
    "CN-7, 12 row 6: the words name another age",
    membership(citizensTogether, { eligibility: "You live with us, and you are 16 or over." }),
    "CN-7",
    "membership.eligibility",
  ],
  [
    "CN-8, 12 row 6: consent for the household",
    promising(citizensTogether, "You confirm that you have obtained all necessary consents of your family."),
    "CN-8",
    "promises.6",
  ],
  [
    "CN-8 T: next of kin as a representative",
    membership(connect, { representatives: { kinds: ["nextOfKin"], evidence: "x" } }),
    "CN-8",
    "membership.representatives.kinds",
  ],
  [
    "CK-2 T, 12 row 11: opened e-mails on another basis than consent",
    field(residentPanel, "emailOpens", { purposes: ["membership"] }),
    "CK-2",
    "fields.emailOpens.purposes",
  ],
];

describe("lawful bases", () => {
  refuses(bases);
});
describe("marketing", () => {
  refuses(marketing);
});
describe("consent", () => {
  refuses(consent);
});
