// One gate for every message: permitted only when no rule has anything against it, and the first rule that has names
// the one reason (law.md 3.3 and 13 decide_send; invariants I1, I4, I6).
import { earliest, laterThan } from "../civil";
import type { Situation } from "./finding";
import { everyHomeCitation, permitCitation, rightsReplyCitation } from "./permit";
import { everyHomeRules, rules, type NamedRule } from "./rules";
import { ask } from "./situation";
import type { GateDecision, GateFacts, GateRequest } from "./types";

function judge(situation: Situation, asked: readonly NamedRule[], citation: () => string): GateDecision {
  let validUntil: number | null = null;
  for (const { rule } of asked) {
    const finding = rule(situation);
    validUntil = earliest(validUntil, laterThan(situation.at, finding.until));
    if (finding.code !== null) {
      return { permitted: false, code: finding.code, citation: finding.citation, validUntil };
    }
  }
  return { permitted: true, code: "permitted", citation: citation(), validUntil };
}

/**
 * Whether one message may go to one person at an instant (epoch ms, UTC), for one named reason. Total: it never
 * throws, and what it cannot read it refuses. Deterministic: the same facts give the same answer, which holds until
 * `validUntil` unless new facts arrive. Monotone: taking away a consent, adding a stop or a suppression, letting an
 * assessment lapse or hardening the kind never turns a refusal into a permission.
 *
 * Rights replies are always permitted. They are what the law or the person's own request makes us send: answers to
 * requests and complaints, breach and notice-change messages, closure, confirmation of an address, sign-in codes. One
 * that promotes something is none.
 */
export function decide(request: GateRequest, facts: GateFacts, at: number): GateDecision {
  const asked = ask(request, facts, at);
  switch (asked.is) {
    case "rightsReply":
      return { permitted: true, code: "permitted", citation: rightsReplyCitation, validUntil: null };
    case "refused":
      return { permitted: false, code: asked.code, citation: asked.citation, validUntil: null };
    case "judged": {
      const { situation, everyHome } = asked;
      return everyHome
        ? judge(situation, everyHomeRules, () => everyHomeCitation)
        : judge(situation, rules, () => permitCitation(situation));
    }
  }
}
