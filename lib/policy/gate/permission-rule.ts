// The person's own "yes" where it is needed: always when consent is the basis; for direct marketing by electronic
// mail unless a soft opt-in holds; for a direct marketing call unless the number was screened against the TPS within
// 28 days (UK GDPR 6(1)(a), 7; PECR reg 21, 22(2)-(3A), 26; law.md 3.2, 3.3, PE-8, PE-9, PE-12).
import { pass, refuse, type Finding, type Rule, type Situation } from "./finding";
import { channelLaw } from "../channel-law";
import { addPeriod, earliest, endOfDay, isInstant, londonDate, startOfDay } from "../civil";
import { inForceAt } from "../law-in-force";

function consentFinding({ standing }: Situation, citation: string): Finding {
  switch (standing.state) {
    case "given":
      return pass(standing.until);
    case "expired":
      return refuse("consent.expired", "UK GDPR 5(1)(a), 7(1)", standing.until);
    case "unverified":
      return refuse("consent.unverified", "UK GDPR 7(1)", standing.until);
    default:
      return refuse("consent.missing", citation, standing.until);
  }
}

/** Whether a soft opt-in licenses electronic marketing: all of its conditions, each with evidence. */
function softOptInHolds({ request, facts, purpose, at }: Situation): boolean {
  const evidence = facts.softOptIn ?? null;
  if (evidence === null || purpose.softOptIn === "none" || request.promotesOthers === true) return false;
  if (!evidence.optOutOffered || !evidence.collectedByController || !(evidence.collectedAt <= at))
    return false;
  if (purpose.softOptIn === "sale") return evidence.context === "sale";
  return (
    facts.organisation.charity &&
    evidence.context === "support" &&
    inForceAt("charitySoftOptIn", evidence.collectedAt) &&
    inForceAt("charitySoftOptIn", facts.member.joinedAt ?? Number.NaN)
  );
}

function electronicFinding(situation: Situation): Finding {
  const { standing, purpose, facts } = situation;
  if (standing.state === "given" || softOptInHolds(situation)) return pass(standing.until);
  if (purpose.softOptIn === "none") return consentFinding(situation, "PECR reg 22(2)");
  return refuse(
    "softOptIn.missing",
    "PECR reg 22(2)-(3A)",
    earliest(standing.until, laterThan(situation.at, facts.softOptIn?.collectedAt)),
  );
}

function laterThan(at: number, moment: number | undefined): number | null {
  return moment !== undefined && moment > at && isInstant(moment) ? moment : null;
}

function callFinding({ standing, facts, at }: Situation): Finding {
  if (standing.state === "given") return pass(standing.until);
  const today = londonDate(at);
  const screened = facts.tpsScreenedOn;
  const lastDay = screened === null ? null : addPeriod(screened, "P28D");
  if (screened === null || lastDay === null || today === null || screened > today || today > lastDay) {
    return refuse(
      "telephone.notScreened",
      "PECR reg 21(1), 26",
      screened === null ? standing.until : startOfDay(screened),
    );
  }
  return pass(endOfDay(lastDay));
}

export const permissionRule: Rule = (situation): Finding => {
  const { request, purpose } = situation;
  if (purpose.lawfulBasis === "consent") return consentFinding(situation, "UK GDPR 6(1)(a), 7");
  if (purpose.promisedConsent?.includes(request.channel)) return consentFinding(situation, "UK GDPR 5(1)(a)");
  if (request.kind !== "directMarketing") return pass();
  switch (channelLaw[request.channel].class) {
    case "electronicMail":
      return electronicFinding(situation);
    case "automatedCall":
      return consentFinding(situation, "PECR reg 19");
    case "liveCall":
      return callFinding(situation);
    case "none":
      return pass();
  }
};
