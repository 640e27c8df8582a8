// What a document says in keys, in the words of the difference: officers approve it and members read it (UK GDPR 12(1)).
import type { FieldCategory, Recipient, RetentionRule } from "../document";
import type { Route } from "../document-parts";
import type { ActivityKind, Channel, StaffRole } from "../vocabulary";

export const channelWords: Readonly<Record<Channel, string>> = {
  email: "e-mail",
  sms: "text messages",
  call: "phone calls",
  post: "letters",
  inApp: "messages on your page",
  socialMessage: "social media messages",
  voicemail: "voicemail",
  automatedCall: "recorded calls",
  visit: "visits",
  unaddressed: "leaflets to every home",
};

export const activityWords: Readonly<Record<ActivityKind, string>> = {
  focusGroup: "focus groups",
  webinar: "online talks",
  survey: "surveys",
  panelMeeting: "panel meetings",
  usabilityStudy: "try-outs",
  environmentalActivity: "green projects",
  learningExercise: "courses",
  prizeDraw: "prize draws",
  call: "phone calls",
  newsletter: "newsletters",
};

export const categoryWords: Readonly<Record<FieldCategory, string>> = {
  contact: "how to reach you",
  tenancy: "your home",
  demographic: "who you are",
  interest: "what interests you",
  skills: "your skills",
  digitalAccess: "how you get online",
  adjustments: "what helps you take part",
  specialCategory: "sensitive details",
  criminalOffence: "offences",
  observed: "what we see when you take part",
  image: "pictures and recordings",
};

export const roleWords: Readonly<Record<StaffRole, string>> = {
  engagement: "engagement staff",
  dpo: "the data protection officer",
  admin: "administrators",
  auditor: "auditors",
};

export const routeWords: Readonly<Record<Route, string>> = {
  online: "on the website",
  link: "by a link in a message",
  email: "by e-mail",
  phone: "by phone",
  post: "by letter",
  inPerson: "in person",
};

export const endingWords: Readonly<Record<RetentionRule["action"], string>> = {
  delete: "deleted",
  anonymise: "made anonymous",
  review: "looked at again",
};

export const recipientRoleWords: Readonly<Record<Recipient["role"], string>> = {
  processor: "a company that works for us (a processor)",
  controller: "an organisation that decides for itself (a controller)",
};

export const softOptInWords = {
  none: "none",
  sale: "that of a sale",
  charity: "that of a charity",
} as const;

/** Parts of a document whose key says too little, or says it as programmers do. */
const named: Readonly<Record<string, string>> = {
  annex1: "the interest that the law recognises",
  appropriatePolicyDocumentKey: "the appropriate policy document",
  ask: "the questions",
  askOnce: "the question",
  dpoEmail: "the data protection officer's address",
  explicitConsent: "the words of the express yes",
  freelyGiven: "why a no costs nothing",
  icoRegistration: "the registration with the regulator",
  input: "how it is asked",
  joiningMeans: "what joining means",
  key: "the short name",
  liaKey: "the legitimate interests assessment",
  notice: "the words of the notice",
  publicTaskSignOff: "the sign-off for the public task",
  readableBy: "who may read it",
  retentionRuleKey: "how long it is kept",
  slot: "the place in the permissions",
  sourceText: "how the notice puts it",
  stopping: "what stopping means",
  ukExtensionCheckedOn: "the day of the look at the list of the UK Extension",
  why: "the reason why",
  withinPublicTask: "whether it is part of the public task",
  withoutConsent: "why it goes without consent",
};

/** A part of the document by its name: "contactPhone" is "the contact phone". */
export function partWords(part: string): string {
  return named[part] ?? `the ${part.replaceAll(/(?=[A-Z])/gu, " ").toLowerCase()}`;
}
