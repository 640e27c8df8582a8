// Which information the law guards, and what that asks for: special categories, and offences, alleged ones too
// (UK GDPR 9, 10; DPA 2018 ss.10(5), 11(2), Sch 1 paras 5, 18; law.md SC-2, SC-4, SC-8).
import type { Field } from "./document";

/** Whether the law guards a field's information: special categories (Article 9) and offences (Article 10). */
export function isGuarded({
  category,
  specialCategory,
}: Pick<Field, "category" | "specialCategory">): boolean {
  return specialCategory !== undefined || category === "criminalOffence";
}

/** Whether a field rests on a condition of Schedule 1 Part 2, which needs an appropriate policy document (Sch 1 para 5). */
export function needsPolicyDocument({
  art9Condition,
  art10Condition,
}: Pick<Field, "art9Condition" | "art10Condition">): boolean {
  const byConsent = art9Condition === undefined || art9Condition === "explicitConsent";
  return !byConsent || art10Condition === "safeguardingPara18";
}

/** Whether a field rests on safeguarding, which takes no yes and asks nobody (DPA 2018 Sch 1 para 18). */
export function isSafeguarding({
  art9Condition,
  art10Condition,
}: Pick<Field, "art9Condition" | "art10Condition">): boolean {
  return art9Condition === "substantialPublicInterestPara18" || art10Condition === "safeguardingPara18";
}
