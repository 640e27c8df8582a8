// The closed vocabularies of the product. One word for one thing; the database enums mirror these.

/** Ways to reach a person. The places are stored: only ever add at the end. */
export const channels = [
  "email",
  "sms",
  "call",
  "post",
  "inApp",
  "socialMessage",
  "voicemail",
  "automatedCall",
  "visit",
  "unaddressed",
] as const;
export type Channel = (typeof channels)[number];

export const messageKinds = ["directMarketing", "research", "service", "rightsReply"] as const;
export type MessageKind = (typeof messageKinds)[number];

/** UK GDPR Article 6(1)(a) to (f) and (ea). */
export const lawfulBases = [
  "consent",
  "contract",
  "legalObligation",
  "vitalInterests",
  "publicTask",
  "recognisedLegitimateInterest",
  "legitimateInterests",
] as const;
export type LawfulBasis = (typeof lawfulBases)[number];

export const consentDecisions = ["given", "refused", "withdrawn", "objected", "expired"] as const;
export type ConsentDecision = (typeof consentDecisions)[number];

export const captureMethods = ["web", "phone", "paper", "inPerson", "import", "link"] as const;
export type CaptureMethod = (typeof captureMethods)[number];

export const memberStates = ["applicant", "member", "left", "ended", "erased"] as const;
export type MemberState = (typeof memberStates)[number];

export const nations = ["england", "wales", "scotland", "northernIreland"] as const;
export type Nation = (typeof nations)[number];

export const staffRoles = ["engagement", "dpo", "admin", "auditor"] as const;
export type StaffRole = (typeof staffRoles)[number];

export const activityKinds = [
  "focusGroup",
  "webinar",
  "survey",
  "panelMeeting",
  "usabilityStudy",
  "environmentalActivity",
  "learningExercise",
  "prizeDraw",
  "call",
  "newsletter",
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** A civil date in Europe/London, "YYYY-MM-DD". */
export type CivilDate = string;
