// A "no" ends the messages it is about, whatever the lawful basis: a suppressed person or address, a withdrawn or refused
// consent, an objection. An objection to direct marketing is absolute; any other one restricts use until it is
// decided (UK GDPR 7(3), 18(1)(d), 21(1)-(3); PECR reg 21(1), 22(2); law.md LB-4 to LB-6, PE-13).
import { pass, refuse, type Finding, type Rule, type Situation } from "./finding";
import { runsWhatTheyJoined } from "./joined";
import { hardness } from "./message-rule";
import { nextOutcome, undecided } from "./objection-outcome";
import { earliest } from "../civil";
import type { GateFacts, GateRequest, SuppressionFact } from "./types";

/**
 * Whether something is suppressed for this message. A "no" to one kind leaves freer kinds alone and reaches harder ones, so
 * that no message gets through by being called more than it is (law.md 3.3 S(k, ch), I4).
 */
function reaches(suppressions: readonly SuppressionFact[], request: GateRequest): boolean {
  return suppressions.some(
    ({ purposeKey, channel, messageKind }) =>
      (purposeKey === null || purposeKey === request.purposeKey) &&
      (channel === null || channel === request.channel) &&
      (messageKind === null || messageKind === undefined || hardness[request.kind] >= hardness[messageKind]),
  );
}

function suppressionFinding({ facts, request, standing }: Situation): Finding {
  const citation = "UK GDPR 21(3); PECR reg 21(1), 22(2)";
  const { suppressions } = facts.member;
  if (suppressions !== undefined && reaches(suppressions, request)) {
    return refuse("suppression.person", citation, standing.until);
  }
  return reaches(facts.suppressions, request)
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
