// The two exceptions to asking first before electronic marketing, with every condition (PECR reg 22(3), 22(3A); law.md
// PE-8, PE-9). What is debated counts against them until the data protection officer settled it.
import type { Situation } from "./finding";
import { isSettled } from "./settings";
import { inForceAt } from "../law-in-force";
import type { SoftOptInFact } from "./types";

function inSale({ request, facts }: Situation, { context }: SoftOptInFact): boolean {
  const sale = context === "sale" || (context === "tenancy" && isSettled(facts.settings, "tenancyIsSale"));
  return sale && request.similarProducts === true;
}

function inSupport({ facts }: Situation, evidence: SoftOptInFact): boolean {
  const { context, collectedAt, engagedAfresh } = evidence;
  const supporter =
    context === "support" ||
    (context === "beneficiary" && isSettled(facts.settings, "beneficiaryIsSupporter"));
  const known = engagedAfresh === true ? collectedAt : (facts.member.joinedAt ?? Number.NaN);
  return (
    supporter &&
    facts.organisation.charity &&
    inForceAt("charitySoftOptIn", collectedAt) &&
    inForceAt("charitySoftOptIn", known)
  );
}

/** Whether a soft opt-in licenses this electronic marketing: all of its conditions, each with evidence. */
export function softOptInHolds(situation: Situation): boolean {
  const { request, facts, purpose, at } = situation;
  const evidence = facts.softOptIn ?? null;
  if (evidence === null || purpose.softOptIn === "none" || request.promotesOthers === true) return false;
  if (!evidence.optOutOffered || evidence.optOutUsed === true) return false;
  if (!evidence.collectedByController || !(evidence.collectedAt <= at)) return false;
  return purpose.softOptIn === "sale" ? inSale(situation, evidence) : inSupport(situation, evidence);
}
