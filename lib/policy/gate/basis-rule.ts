// Each kind of message needs a lawful basis that can carry it: a public authority's task never rests on legitimate
// interests, a public task names its law, legitimate interests need a current assessment
// (UK GDPR 6(1), 6(3), 6(1) last subparagraph; law.md LB-2, LB-3, LB-8, AC-2, 3.3).
import { pass, refuse, type Finding, type Rule } from "./finding";
import { channelLaw } from "../channel-law";
import { endOfDay } from "../civil";
import type { Channel, LawfulBasis, MessageKind } from "../vocabulary";
import type { PurposeFact } from "./types";

const marketing: readonly LawfulBasis[] = ["consent", "legitimateInterests"];
const research: readonly LawfulBasis[] = [...marketing, "publicTask"];
const service: readonly LawfulBasis[] = [...research, "contract", "legalObligation"];

function carries(kind: MessageKind, channel: Channel, basis: LawfulBasis): boolean {
  if (kind === "directMarketing") return marketing.includes(basis);
  if (kind === "service") return service.includes(basis);
  const electronic = channelLaw[channel].class === "electronicMail";
  return (electronic ? research : service).includes(basis);
}

/** Instant at which the legitimate interests assessment stops counting; null when there is none to count. */
function assessmentEnds(purpose: PurposeFact): number | null {
  return purpose.liaReviewOn === null ? null : endOfDay(purpose.liaReviewOn);
}

export const basisRule: Rule = ({ request, facts, purpose, at }): Finding => {
  const basis = purpose.lawfulBasis;
  const interests = basis === "legitimateInterests" || basis === "recognisedLegitimateInterest";
  if (interests && facts.organisation.publicAuthority && purpose.withinPublicTask) {
    return refuse("basis.notAvailable", "UK GDPR 6(1) last subparagraph");
  }
  if (!carries(request.kind, request.channel, basis)) {
    return refuse("basis.notAvailable", "UK GDPR 6(1); PECR reg 22");
  }
  const needsLaw = basis === "publicTask" || basis === "legalObligation";
  if (needsLaw && (purpose.legalSource ?? "").trim() === "") {
    return refuse("basis.notAvailable", "UK GDPR 6(3); DPA 2018 s.8");
  }
  if (basis !== "legitimateInterests") return pass();
  const ends = assessmentEnds(purpose);
  if (ends === null) return refuse("basis.notAvailable", "UK GDPR 5(2), 6(1)(f)");
  return at < ends ? pass(ends) : refuse("basis.assessmentOverdue", "UK GDPR 5(2), 6(1)(f)");
};
