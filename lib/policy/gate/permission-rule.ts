// The person's own "yes" where it is needed: always when consent is the basis; for direct marketing by electronic
// mail to an individual unless a soft opt-in holds; for a recorded call always; for a live one unless the number was
// screened within 28 days or the person welcomed calls (UK GDPR 6(1)(a), 7; PECR reg 19, 21, 22(1)-(3A), 26; law.md 3.2,
// 3.3, PE-8, PE-9, PE-12).
import { pass, refuse, type Finding, type Rule, type Situation } from "./finding";
import { runsWhatTheyJoined } from "./joined";
import { screening } from "./screening";
import { isSettled } from "./settings";
import { softOptInHolds } from "./soft-opt-in";
import { channelLaw } from "../channel-law";
import { earliest, laterThan } from "../civil";
import type { CallOverride } from "./types";

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

function electronicFinding(situation: Situation): Finding {
  const { standing, purpose, facts, request } = situation;
  // Reg 22(1) protects individuals; an objection of the named person has stopped the message before this.
  if (request.channel === "email" && facts.address?.subscriber === "corporate") return pass(standing.until);
  if (standing.state === "given" || softOptInHolds(situation)) return pass(standing.until);
  if (purpose.softOptIn === "none") return consentFinding(situation, "PECR reg 22(2)");
  return refuse(
    "softOptIn.missing",
    "PECR reg 22(2)-(3A)",
    earliest(standing.until, laterThan(situation.at, facts.softOptIn?.collectedAt)),
  );
}

/** Whether the person welcomed calls and has not taken it back. A date that cannot be read welcomes none. */
export function callsWelcome(override: CallOverride | null | undefined, at: number): boolean {
  if (override === null || override === undefined || !(override.toldAt <= at)) return false;
  return override.withdrawnAt === null || override.withdrawnAt > at;
}

function callFinding(situation: Situation): Finding {
  const { standing, facts, at } = situation;
  if (standing.state === "given") return pass(standing.until);
  const { callOverride } = facts;
  const changes = earliest(
    standing.until,
    laterThan(at, callOverride?.toldAt),
    laterThan(at, callOverride?.withdrawnAt),
  );
  if (callsWelcome(callOverride, at)) return pass(changes);
  const { clear, until } = screening(facts.tpsScreenedOn, at);
  if (clear) return pass(earliest(until, changes));
  return refuse("telephone.notScreened", "PECR reg 21(1), 26", earliest(changes, laterThan(at, until)));
}

function letterFinding({ facts, request, at }: Situation): Finding {
  const letter = request.channel === "post" || request.channel === "unaddressed";
  if (!letter || facts.member.prospect !== true) return pass();
  if (isSettled(facts.settings, "prospectsWithoutPreferenceService")) return pass();
  const { clear, until } = screening(facts.mpsScreenedOn ?? null, at);
  return clear ? pass(until) : refuse("post.notScreened", "UK GDPR 5(1)(a); CAP Code", laterThan(at, until));
}

function marketingFinding(situation: Situation): Finding {
  switch (channelLaw[situation.request.channel].class) {
    case "electronicMail":
      return electronicFinding(situation);
    case "automatedCall":
      return consentFinding(situation, "PECR reg 19");
    case "liveCall":
      return callFinding(situation);
    case "none":
      return letterFinding(situation);
  }
}

export const permissionRule: Rule = (situation): Finding => {
  const { request, purpose, facts } = situation;
  if (runsWhatTheyJoined(request)) return pass();
  if (purpose.lawfulBasis === "consent") return consentFinding(situation, "UK GDPR 6(1)(a), 7");
  if (purpose.promisedConsent?.includes(request.channel)) return consentFinding(situation, "UK GDPR 5(1)(a)");
  if (request.kind === "directMarketing") return marketingFinding(situation);
  const recorded = request.kind === "research" && request.channel === "automatedCall";
  if (!recorded || isSettled(facts.settings, "recordedResearchCalls")) return pass();
  return consentFinding(situation, "UK GDPR 5(1)(a)");
};
