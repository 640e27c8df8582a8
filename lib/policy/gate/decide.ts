// One gate for every message: permitted only when no rule has anything against it, and the first rule that has names
// the one reason (law.md 3.3 and 13 decide_send; invariants I1, I4, I6).
import { earliest, isInstant } from "../civil";
import { consentStanding } from "../consent-standing";
import { addressRule } from "./address-rule";
import { basisRule } from "./basis-rule";
import { budgetRule } from "./budget-rule";
import type { Rule, Situation } from "./finding";
import { memberRule } from "./member-rule";
import { messageRule } from "./message-rule";
import { noRule } from "./no-rule";
import { pauseRule } from "./pause-rule";
import { permissionRule } from "./permission-rule";
import { permitCitation, rightsReplyCitation } from "./permit";
import type { GateDecision, GateFacts, GateRequest } from "./types";

/** In the order in which a reason is most useful to the person who reads it. */
const rules: readonly Rule[] = [
  messageRule,
  memberRule,
  noRule,
  addressRule,
  basisRule,
  permissionRule,
  pauseRule,
  budgetRule,
];

function judge(situation: Situation): GateDecision {
  let validUntil: number | null = null;
  for (const rule of rules) {
    const finding = rule(situation);
    validUntil = earliest(
      validUntil,
      finding.until !== null && finding.until > situation.at ? finding.until : null,
    );
    if (finding.code !== null) {
      return { permitted: false, code: finding.code, citation: finding.citation, validUntil };
    }
  }
  return { permitted: true, code: "permitted", citation: permitCitation(situation), validUntil };
}

/**
 * Whether one message may go to one person at an instant (epoch ms, UTC), for one named reason. Total: it never
 * throws, and what it cannot read it refuses. Deterministic: the same facts give the same answer, which holds until
 * `validUntil` unless new facts arrive. Monotone: taking away a consent, adding a stop or a suppression, letting an
 * assessment lapse or hardening the kind never turns a refusal into a permission.
 *
 * Rights replies are always permitted. They are what the law or the person's own request makes us send: answers to
 * requests and complaints, breach and notice-change messages, closure, confirmation of an address, sign-in codes.
 */
export function decide(request: GateRequest, facts: GateFacts, at: number): GateDecision {
  if (request.kind === "rightsReply") {
    return { permitted: true, code: "permitted", citation: rightsReplyCitation, validUntil: null };
  }
  const { purpose } = facts;
  if (purpose === null) {
    return { permitted: false, code: "purpose.unknown", citation: "UK GDPR 5(1)(b)", validUntil: null };
  }
  if (!isInstant(at)) {
    return { permitted: false, code: "facts.unreadable", citation: "UK GDPR 5(2)", validUntil: null };
  }
  const scope = request.kind === "directMarketing" ? "thisChannel" : "thisOrEveryChannel";
  const standing = consentStanding(facts.consents, purpose.key, request.channel, at, scope);
  return judge({ request, facts, purpose, standing, at });
}
