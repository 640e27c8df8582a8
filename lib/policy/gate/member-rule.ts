// Who can be written to at all: members, applicants about their application, and those who left about what must still be
// said to them; nobody who died, was erased or put aside, or whose details may be another's (UK GDPR 5(1)(b), 5(1)(d), 18;
// law.md 3.3 gate G and service rows, RR-10, TR-3).
import { stillRestricts } from "../restriction";
import { pass, refuse, type Finding, type Rule, type Situation } from "./finding";
import type { LawfulBasis } from "../vocabulary";

/** What may still be said after leaving rests on one of these (law.md 3.3). */
const lastingBases: readonly LawfulBasis[] = ["legalObligation", "legitimateInterests"];

function mustStillBeSaid({ request, purpose }: Situation): boolean {
  const lasting = request.kind === "service" && lastingBases.includes(purpose.lawfulBasis);
  return lasting && request.occasion !== undefined;
}

function applicantFinding({ request, facts, purpose }: Situation): Finding {
  // What members are written to about is no business of somebody who is not one yet: only their application is.
  const ownApplication = request.kind === "service" && purpose.aboutApplications !== false;
  if (ownApplication || facts.member.prospect === true) return pass();
  return refuse("member.notJoined", "UK GDPR 5(1)(b)");
}

function stateFinding(situation: Situation): Finding {
  switch (situation.facts.member.state) {
    case "erased":
      return refuse("member.erased", "UK GDPR 17(1)");
    case "ended":
      return mustStillBeSaid(situation) ? pass() : refuse("member.ended", "UK GDPR 5(1)(b), 5(1)(e)");
    case "left":
      return mustStillBeSaid(situation) ? pass() : refuse("member.left", "UK GDPR 5(1)(b)");
    case "applicant":
      return applicantFinding(situation);
    case "member":
      return pass();
    default:
      return refuse("facts.unreadable", "UK GDPR 5(2)");
  }
}

export const memberRule: Rule = (situation): Finding => {
  const { member } = situation.facts;
  if (member.deceased === true) return refuse("member.deceased", "UK GDPR 5(1)(d); law.md CN-8");
  if (member.matched === false) return refuse("member.notMatched", "UK GDPR 5(1)(d)");
  const state = stateFinding(situation);
  if (state.code !== null) return state;
  const { restricted, restrictedUntil: until } = member;
  const everyUse = stillRestricts(restricted, until, situation.at);
  if (everyUse || member.restrictedPurposes?.includes(situation.purpose.key) === true) {
    return refuse("member.restricted", "UK GDPR 18(2)", everyUse ? (until ?? null) : null);
  }
  if (!member.noticeShown) return refuse("member.noticeNotShown", "UK GDPR 13(1), 13(3), 21(4)");
  return pass();
};
