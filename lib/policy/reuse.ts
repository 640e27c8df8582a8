// Using data for something new: compatible or not, never stretched beyond a consent, never for tests with real people; and
// statistics are only what is about nobody (UK GDPR 4(5), 5(1)(b), 5(3), 8A; law.md LB-9, LB-10).
import type { LawfulBasis } from "./vocabulary";

export type Reuse = {
  readonly collectedOn: LawfulBasis;
  readonly use: "sameService" | "research" | "caseStudy" | "testEnvironment" | "otherPurpose";
  /** A record says why it is compatible (UK GDPR 8A(2)). */
  readonly compatibilityRecorded: boolean;
  readonly newNoticeShown: boolean;
  readonly newConsent: boolean;
};

export type ReuseAnswer = "allowed" | "useSyntheticData" | "needsConsent" | "needsNotice" | "needsRecord";

/** Whether data may be used for something it was not collected for, or what is missing first. */
export function mayReuse(reuse: Reuse): ReuseAnswer {
  if (reuse.use === "testEnvironment") return "useSyntheticData";
  if (reuse.use === "sameService") return "allowed";
  if (!reuse.newNoticeShown) return "needsNotice";
  // A consent goes no further than its words, and a story about somebody is theirs to give (8A(4)).
  const consentOnly = reuse.collectedOn === "consent" || reuse.use === "caseStudy";
  if (consentOnly) return reuse.newConsent ? "allowed" : "needsConsent";
  return reuse.compatibilityRecorded || reuse.newConsent ? "allowed" : "needsRecord";
}

export type Output = {
  /** Nobody can be told apart in it. */
  readonly aggregate: boolean;
  /** It opens on a single person. */
  readonly drillsToPerson: boolean;
  readonly usedForDecisionsAboutPersons: boolean;
};

/** Whether an output may be called statistics. */
export function isStatistics({ aggregate, drillsToPerson, usedForDecisionsAboutPersons }: Output): boolean {
  return aggregate && !drillsToPerson && !usedForDecisionsAboutPersons;
}
