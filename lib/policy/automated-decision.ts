// Nobody is turned down by a computer alone (UK GDPR 22A-22D; law.md LB-11; where it is debated whether a "no" is
// significant, a person decides).

export type ScoredApplication = {
  readonly score: number;
  readonly threshold: number;
  /** The score rests on special category data, which needs explicit consent or a law (22B). */
  readonly usesSpecialCategory: boolean;
};

export type AutomatedOutcome = "accept" | "humanDecision" | "decline";

/**
 * What a computer may do with an application it scored. Too low a score goes to a person, and so does a score that
 * cannot be read; only where the data protection officer settled the point (`declineByComputer`) may it decline.
 */
export function automatedOutcome(
  { score, threshold, usesSpecialCategory }: ScoredApplication,
  declineApproved = false,
): AutomatedOutcome {
  if (usesSpecialCategory || !Number.isFinite(score) || !Number.isFinite(threshold)) return "humanDecision";
  if (score >= threshold) return "accept";
  return declineApproved ? "decline" : "humanDecision";
}
