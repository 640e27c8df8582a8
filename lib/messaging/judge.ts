import type { GateDecision, GateFacts, GateRequest } from "@/lib/policy/gate/types";
import { decide } from "@/lib/policy/gate/decide";
import { decisionInstant, factsFor, type MemberFacts } from "@/lib/policy/contact-permission";
import type { PolicyDocument } from "@/lib/policy/document";
import { whyNoLonger, type AboutInvitation, type InvitationStanding } from "@/lib/policy/invitation";
import { newId } from "@/lib/id";

/** One question to the gate, with the answer and what it rests on: a row of `gate_decision`. */
export type Judgement = {
  readonly id: string;
  readonly decision: GateDecision;
  /** The facts without personal data (law.md I6). Empty for a message that is permitted whatever the facts are. */
  readonly facts: (GateFacts & { readonly invitation?: InvitationStanding }) | Record<string, never>;
};

/** Only what the decision was about: decisions on other purposes say more about the person than the record needs. */
function relevant(facts: GateFacts, purposeKey: string): GateFacts {
  return { ...facts, consents: facts.consents.filter((consent) => consent.purposeKey === purposeKey) };
}

/**
 * Asks the gate about one message. `facts` is null when the person is not (or no longer) a member: then only a rights
 * reply is permitted.
 */
export function judge(
  document: PolicyDocument,
  request: GateRequest,
  facts: MemberFacts | null,
  now: Date,
): Judgement {
  const id = newId(now);
  if (facts === null || request.kind === "rightsReply") {
    return { id, decision: withoutFacts(request), facts: {} };
  }
  const at = decisionInstant(facts, now.getTime());
  const gateFacts = factsFor(document, facts, request.purposeKey, request.channel, at);
  const decision = decide(request, gateFacts, at);
  return { id, decision, facts: relevant(gateFacts, request.purposeKey) };
}

/**
 * A judgement about a mail that speaks of an invitation, with how that invitation stands now: it only ever takes a
 * permission away (UK GDPR 5(1)(a): nobody is asked again what they have turned down).
 */
export function judgeInvitation(
  judgement: Judgement,
  mail: AboutInvitation,
  { notThis, answer }: InvitationStanding,
): Judgement {
  const code = judgement.decision.permitted ? whyNoLonger(mail, { notThis, answer }) : null;
  if (code === null) return judgement;
  return {
    id: judgement.id,
    decision: { permitted: false, code, citation: "UK GDPR 5(1)(a)", validUntil: null },
    facts: { ...(judgement.facts as GateFacts), invitation: { notThis, answer } },
  };
}

function withoutFacts(request: GateRequest): GateDecision {
  if (request.kind === "rightsReply") return decide(request, nobody, 0);
  return { permitted: false, code: "member.notJoined", citation: "UK GDPR 5(1)(b)", validUntil: null };
}

const nobody: GateFacts = {
  organisation: { publicAuthority: false, charity: false },
  purpose: null,
  member: {
    state: "applicant",
    restricted: false,
    pausedUntil: null,
    joinedAt: null,
    noticeShown: false,
    approaches: [],
  },
  address: null,
  consents: [],
  suppressions: [],
  contactBudget: null,
  tpsScreenedOn: null,
};
