// A "no" ends the messages it is about, whatever the lawful basis: a suppressed person or address, a withdrawn or refused
// consent, an objection. An objection to direct marketing is absolute; any other one restricts use until it is
// decided (UK GDPR 7(3), 18(1)(d), 21(1)-(3); PECR reg 21(1), 22(2); law.md LB-4 to LB-6, PE-13).
import { pass, refuse, type Finding, type Rule, type Situation } from "./finding";
import { runsWhatTheyJoined } from "./joined";
import { nextOutcome, undecided } from "./objection-outcome";
import { isOutlived, reaches } from "./own-stop";
import { earliest } from "../civil";
import type { GateFacts, SuppressionFact } from "./types";

/** Whether one of these binds the message, and no later yes to exactly this stands against it. */
function bind(suppressions: readonly SuppressionFact[], { request, standing, facts }: Situation): boolean {
  return suppressions.some(
    (suppression) =>
      reaches(suppression, request) &&
      !(standing.state === "given" && isOutlived(suppression, request, facts.consents)),
  );
}

function suppressionFinding(situation: Situation): Finding {
  const { facts, standing } = situation;
  const citation = "UK GDPR 21(3); PECR reg 21(1), 22(2)";
  const { suppressions } = facts.member;
  if (suppressions !== undefined && bind(suppressions, situation)) {
    return refuse("suppression.person", citation, standing.until);
  }
  return bind(facts.suppressions, situation)
    ? refuse("suppression.address", citation, standing.until)
    : pass(standing.until);
}

function objectionFinding({ facts, request, purpose, standing, at }: Situation): Finding {
  if (request.kind === "directMarketing" || purpose.messageKind === "directMarketing") {
    return refuse("objection.received", "UK GDPR 21(2), 21(3)", standing.until);
  }
  const code = undecided(facts, purpose.key, at) ? "objection.pending" : "objection.received";
  return refuse(
    code,
    "UK GDPR 18(1)(d), 21(1)",
    earliest(standing.until, nextOutcome(facts, purpose.key, at)),
  );
}

/** The "no" to every use of a person or address, which also ends messages about what they joined. */
function withoutPurpose(facts: GateFacts): GateFacts {
  const all = (suppressions: readonly SuppressionFact[]) =>
    suppressions.filter(({ purposeKey }) => purposeKey === null);
  const { member } = facts;
  return {
    ...facts,
    member:
      member.suppressions === undefined ? member : { ...member, suppressions: all(member.suppressions) },
    suppressions: all(facts.suppressions),
  };
}

export const noRule: Rule = (situation): Finding => {
  const { standing, request, facts } = situation;
  if (runsWhatTheyJoined(request)) {
    return suppressionFinding({ ...situation, facts: withoutPurpose(facts) });
  }
  switch (standing.stop) {
    case "objected":
      return objectionFinding(situation);
    case "withdrawn":
      return refuse("consent.withdrawn", "UK GDPR 7(3)", standing.until);
    case "refused":
      return refuse("consent.refused", "UK GDPR 4(1)(11), 7", standing.until);
    case null:
      // What the person said comes first: it tells more than that the address is closed.
      return suppressionFinding(situation);
    default:
      return refuse("facts.unreadable", "UK GDPR 5(2)");
  }
};
