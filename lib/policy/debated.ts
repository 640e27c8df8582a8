// Points of law that are debated ([D] in law.md): the safe reading holds until the data protection officer approves the
// other one, in the policy document, with the debate named (law.md certainty tags; UK GDPR 5(2)).
import { earliest, endOfDay, startOfDay } from "./civil";
import type { PolicyDocument } from "./document";
import { debatedPoints, type SettledPoint } from "./gate/settings";
import type { CivilDate } from "./vocabulary";

/** Debated points that the gate reads, and those that only the linter and the screens do. */
export const settablePoints = [
  ...debatedPoints,
  "regulatorNewsIsNeutral",
  "exemptCharity",
  "targetingBySpecialCategory",
  "adjustmentsUnderParagraph6",
  "declineByComputer",
  "anonymousOpenCounts",
  "redirectsPerPerson",
] as const;
export type SettablePoint = (typeof settablePoints)[number];

export type Debate = {
  /** What is argued about, in one sentence for the screen where the setting stands. */
  readonly question: string;
  /** What holds while nobody has approved anything else. */
  readonly safe: string;
  /** What the data protection officer may approve instead. */
  readonly other: string;
  /** The rule, as law.md names it. */
  readonly source: string;
};

export const debates: Readonly<Record<SettablePoint, Debate>> = {
  recruitmentIsNeutral: {
    question: 'Is "please join, have your say" from a private landlord a promotion of its aims?',
    safe: "Yes: an invitation to join or stay is direct marketing.",
    other: "A strictly neutral invitation is not direct marketing.",
    source: "PE-6",
  },
  rentCreditIsNeutral: {
    question: "Does a reward of the landlord's own, such as rent credit, turn research into marketing?",
    safe: "Yes: research with such a reward is direct marketing.",
    other: "Rent credit is a thank-you like a voucher of somebody else.",
    source: "PE-2",
  },
  regulatorNewsIsNeutral: {
    question:
      "Is information that the regulator asks a landlord to pass on direct marketing when it encourages?",
    safe: "Yes, unless it is neutral and necessary.",
    other: "What the regulator asks for in its own words is not direct marketing.",
    source: "PE-5, RG-1",
  },
  tenancyIsSale: {
    question: "Is a tenancy a sale, so that the soft opt-in of PECR reg 22(3) can hold for similar homes?",
    safe: "No.",
    other: "Yes, for similar homes and services; never for panel news.",
    source: "PE-8",
  },
  beneficiaryIsSupporter: {
    question: "Does a tenant, by being one, show interest in or support for the charity?",
    safe: "No: only what a person offers of their own accord, such as joining the panel, counts.",
    other: "Yes: a tenant of a charity has an interest in its purposes.",
    source: "PE-9",
  },
  exemptCharity: {
    question: "Is this registered society an exempt charity?",
    safe: "Not until the data protection officer confirmed it.",
    other: "Yes: the data protection officer confirmed its status.",
    source: "0.1",
  },
  targetingBySpecialCategory: {
    question: "Is inviting people by ethnic origin, health or belief a decision about each of them?",
    safe: "Yes: paragraph 8 does not allow it.",
    other: "Allowed for those who gave a separate explicit consent to exactly that.",
    source: "SC-6",
  },
  adjustmentsUnderParagraph6: {
    question: "May adjustments rest on Schedule 1 paragraph 6 rather than on explicit consent?",
    safe: "No: they rest on explicit consent.",
    other: "Yes: the Equality Act duties of this public authority are a function under an enactment.",
    source: "SC-7",
  },
  declineByComputer: {
    question: "Is turning down an applicant by computer alone a significant decision?",
    safe: "Yes: a person always decides.",
    other: "No, but a person looks at it when asked.",
    source: "LB-11",
  },
  anonymousOpenCounts: {
    question: "Is an e-mail a service or website, so that opens may be counted without consent?",
    safe: "No: opens are not counted.",
    other: "Opens are counted only as a whole, never for a person.",
    source: "CK-2",
  },
  redirectsPerPerson: {
    question: "Is a personal link that passes through a counter the same as an open pixel?",
    safe: "Yes: links are personal only where an answer needs it.",
    other: "No, as long as nothing is joined to the person.",
    source: "CK-3",
  },
  prospectsWithoutPreferenceService: {
    question: "Must letters to people who are no members be screened against the Mailing Preference Service?",
    safe: "Yes: the advertising code asks for it.",
    other: "No: the law does not ask for it.",
    source: "3.2, 3.3 addressed post",
  },
  marketingToUnder18: {
    question: "May promotion go to members under 18?",
    safe: "No: children's higher protection matters.",
    other: "Yes, to those who said yes themselves.",
    source: "CN-7",
  },
  recordedResearchCalls: {
    question:
      "Do recorded calls about research need a yes of their own, although PECR reg 19 is about marketing?",
    safe: "Yes.",
    other: "No: as with a live call.",
    source: "3.3 automated call",
  },
};

/** A reading other than the safe one, approved for this panel. */
export type Setting = {
  readonly point: SettablePoint;
  /** Why this reading fits here. */
  readonly reason: string;
  /** The record of the data protection officer's approval; without one nothing is settled. */
  readonly approvalId: string;
  readonly approvedByRole: string;
  readonly approvedOn: string;
  readonly reviewOn: string;
};

/** What the data protection officer settled and is in force on a day: from its approval through its review day. */
export function settledOn(
  document: Pick<PolicyDocument, "settings">,
  on: CivilDate,
): readonly (Omit<SettledPoint, "point"> & { readonly point: SettablePoint })[] {
  return (document.settings ?? [])
    .filter(({ approvedOn, reviewOn }) => approvedOn <= on && on <= reviewOn)
    .map(({ point, approvalId }) => ({ point, approvalId }));
}

/** The first instant after `at` (epoch ms) at which another set of the points that the gate reads is settled; null when there is none. */
export function nextSettling(document: Pick<PolicyDocument, "settings">, at: number): number | null {
  const { settings = [] } = document;
  const asked = settings.filter(({ point }) => debatedPoints.some((one) => one === point));
  const changes = asked.flatMap(({ approvedOn, reviewOn }) => [startOfDay(approvedOn), endOfDay(reviewOn)]);
  return earliest(...changes.filter((change) => change !== null && change > at));
}

/** Whether the document settles a debated point against the safe side, whatever the day. */
export function settles(document: Pick<PolicyDocument, "settings">, point: SettablePoint): boolean {
  return document.settings?.some((setting) => setting.point === point) === true;
}
