// Parts of the policy document that not every panel has: promises about dates, application rounds, representatives,
// how to join and withdraw, decisions by computer, and what the organisation adds to the notice (DESIGN section 5).
import type { NoticeSection } from "./notice-section";
import type { QuietPromise } from "./quiet-dates";
import type { Authority } from "./representative";

/** Days on which the panel promised to approach nobody, first to last day, both included. */
export type QuietDates = QuietPromise & { readonly why: string };

/** One round of applications (law.md RT-1: what is not chosen ends from the closing date). */
export type ApplicationRound = {
  readonly key: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly decideBy: string;
  readonly places: number;
};

/** Who may speak for a member, and what they must show; never an appointee or next of kin (law.md CN-8). */
export type Representatives = {
  readonly kinds: readonly Authority[];
  readonly evidence: string;
};

export const routes = ["online", "link", "email", "phone", "post", "inPerson"] as const;
export type Route = (typeof routes)[number];

/** How people join and how they take it back: at least the same ways (UK GDPR 7(3); law.md CN-3). */
export type Routes = { readonly joining: readonly Route[]; readonly withdrawing: readonly Route[] };

/** A decision that a computer makes alone (UK GDPR 13(2)(f), 22A-22D; law.md LB-11). */
export type AutomatedDecision = {
  readonly key: string;
  readonly what: string;
  readonly logic: string;
  readonly effect: string;
  readonly significant: boolean;
  readonly humanReview: boolean;
};

/** A controller that decides with this one (UK GDPR 26, 30(1)(a)). */
export type JointController = {
  readonly key: string;
  readonly legalName: string;
  readonly contact: string;
  readonly arrangement: string;
};

export const noticeFormats = ["standard", "easyRead", "largePrint"] as const;

/** A whole notice in another language or format, with the same elements as the generated one (law.md TR-3, TR-4). */
export type NoticeVariant = {
  /** BCP 47, such as "en" or "cy". */
  readonly language: string;
  readonly format: (typeof noticeFormats)[number];
  readonly title: string;
  readonly sections: readonly NoticeSection[];
};

/** What the organisation adds to the generated notice in its own words. */
export type NoticeWords = {
  readonly opening?: readonly string[];
  readonly closing?: readonly string[];
  readonly variants?: readonly NoticeVariant[];
};

/** The conditions of UK GDPR Annex 1 for a recognised legitimate interest (law.md LB-8). */
export const annex1Conditions = [
  "disclosureForPublicTask",
  "nationalSecurity",
  "emergency",
  "crime",
  "safeguarding",
] as const;
export type Annex1Condition = (typeof annex1Conditions)[number];

/** That a promotional message is necessary for a public authority's task, signed off (law.md PE-5). */
export type PublicTaskSignOff = {
  readonly reason: string;
  readonly approvedByRole: string;
  readonly approvedOn: string;
};

/** The three parts of a legitimate interests assessment, in short (law.md AC-2). */
export type Balance = {
  readonly purpose: string;
  readonly necessity: string;
  readonly balancing: string;
};
