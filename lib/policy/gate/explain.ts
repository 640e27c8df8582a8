// Every rule that one message was put to, in order, with what each found: for the person who asks "Why?"
// (UK GDPR 5(2); law.md I6).
import type { Finding, Situation } from "./finding";
import { rightsReplyCitation } from "./permit";
import { everyHomeRules, rules, type NamedRule, type RuleName } from "./rules";
import { ask } from "./situation";
import type { GateCode, GateDecision, GateFacts, GateRequest } from "./types";

export type RuleFinding = {
  /** Key under `rule` in messages/en/policy.json. */
  readonly rule: RuleName | "rightsReply";
  /** "permitted" when the rule has nothing against the message. */
  readonly code: GateCode;
  /** What the refusal rests on; empty where there is none. */
  readonly citation: string;
  readonly until: number | null;
  /** The first refusal, whose reason is the gate's answer. */
  readonly decides: boolean;
};

function findings(situation: Situation, asked: readonly NamedRule[]): readonly RuleFinding[] {
  const found = asked.map(({ name, rule }): readonly [RuleName, Finding] => [name, rule(situation)]);
  const first = found.findIndex(([, { code }]) => code !== null);
  return found.map(([rule, { code, citation, until }], place) => ({
    rule,
    code: code ?? "permitted",
    citation,
    until,
    decides: place === first,
  }));
}

/**
 * Every rule that was considered for a message, in order, also those after the one that decides. The first that
 * decides has the code of `decide`; when none does, the message is permitted. Never throws.
 */
export function explain(request: GateRequest, facts: GateFacts, at: number): readonly RuleFinding[] {
  const asked = ask(request, facts, at);
  switch (asked.is) {
    case "rightsReply":
      return [
        {
          rule: "rightsReply",
          code: "permitted",
          citation: rightsReplyCitation,
          until: null,
          decides: false,
        },
      ];
    case "refused": {
      const { code, citation } = asked;
      return [{ rule: "message", code, citation, until: null, decides: true }];
    }
    case "judged":
      return findings(asked.situation, asked.everyHome ? everyHomeRules : rules);
  }
}

/** Who or what can change an answer: nobody can change a "no" but the person who said it. */
export type Changer = "person" | "staff" | "dpo" | "time" | "nobody";

const changers: Readonly<Record<GateCode, Changer>> = {
  permitted: "person",
  "member.notJoined": "staff",
  "member.left": "person",
  "member.ended": "person",
  "member.erased": "nobody",
  "member.restricted": "dpo",
  "member.paused": "person",
  "member.noticeNotShown": "staff",
  "member.askedRecently": "time",
  "member.deceased": "nobody",
  "member.notMatched": "staff",
  "member.under18": "time",
  "member.needsParent": "time",
  "member.doNotVisit": "person",
  "address.missing": "person",
  "address.unverified": "person",
  "address.bounced": "person",
  "suppression.address": "person",
  "suppression.person": "person",
  "objection.received": "person",
  "objection.pending": "dpo",
  "consent.missing": "person",
  "consent.refused": "person",
  "consent.withdrawn": "person",
  "consent.expired": "person",
  "consent.unverified": "person",
  "softOptIn.missing": "person",
  "telephone.notScreened": "staff",
  "post.notScreened": "staff",
  "basis.notAvailable": "dpo",
  "basis.assessmentOverdue": "dpo",
  "purpose.unknown": "dpo",
  "channel.notOffered": "dpo",
  "channel.notUsable": "person",
  "message.notReviewed": "staff",
  "message.wrongKind": "staff",
  "message.promotional": "staff",
  "message.unnecessary": "staff",
  "message.notApproved": "staff",
  "message.notRendered": "staff",
  "message.noIdentity": "staff",
  "message.noOptOut": "staff",
  "message.cannotReply": "staff",
  "message.noCallerLine": "staff",
  "message.noContactDetails": "staff",
  "message.wrongFormat": "staff",
  "controller.notSender": "dpo",
  "representative.noAuthority": "staff",
  "representative.expired": "staff",
  "representative.outOfScope": "staff",
  "panel.quietDates": "time",
  "facts.unreadable": "staff",
  "invitation.notThis": "person",
  "invitation.answered": "nobody",
};

/** What would change an answer: by whom, and the key of the sentence in messages/en/policy.json. */
export function whatWouldChange(decision: Pick<GateDecision, "code">): {
  readonly by: Changer;
  readonly sentenceKey: `change.${GateCode}`;
} {
  return { by: changers[decision.code], sentenceKey: `change.${decision.code}` };
}
