// A "no" ends the messages it is about, whatever the lawful basis: a suppressed address, a withdrawn or refused
// consent, an objection. An objection to direct marketing is absolute; any other one restricts use until it is
// decided (UK GDPR 7(3), 18(1)(d), 21(1)-(3); PECR reg 21(1), 22(2); law.md LB-4 to LB-6, PE-13).
import { pass, refuse, type Finding, type Rule } from "./finding";
import type { MessageKind } from "../vocabulary";
import type { GateFacts, GateRequest } from "./types";

function suppressed(facts: GateFacts, request: GateRequest): boolean {
  return facts.suppressions.some(
    (suppression) =>
      (suppression.purposeKey === null || suppression.purposeKey === request.purposeKey) &&
      (suppression.channel === null || suppression.channel === request.channel),
  );
}

function objectionCitation(kind: MessageKind): string {
  return kind === "directMarketing" ? "UK GDPR 21(2), 21(3)" : "UK GDPR 18(1)(d), 21(1)";
}

export const noRule: Rule = ({ request, facts, standing }): Finding => {
  switch (standing.stop) {
    case "objected":
      return refuse("objection.received", objectionCitation(request.kind), standing.until);
    case "withdrawn":
      return refuse("consent.withdrawn", "UK GDPR 7(3)", standing.until);
    case "refused":
      return refuse("consent.refused", "UK GDPR 4(1)(11), 7", standing.until);
    case null:
      // What the person said comes first: it tells more than that the address is closed.
      return suppressed(facts, request)
        ? refuse("suppression.address", "UK GDPR 21(3); PECR reg 21(1), 22(2)", standing.until)
        : pass(standing.until);
    default:
      return refuse("facts.unreadable", "UK GDPR 5(2)");
  }
};
