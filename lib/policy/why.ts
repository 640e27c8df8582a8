// "Why?" for one person: each message that a purpose can bring on a way of contact, put to the gate afresh, with what
// would change the answer (UK GDPR 5(2), 12(1); law.md I6).
import { decisionInstant, factsFor, standardRequest, type MemberFacts } from "./contact-permission";
import type { Purpose } from "./document";
import { decide } from "./gate/decide";
import { whatWouldChange } from "./gate/explain";
import type { GateDecision, GateFacts, GateRequest } from "./gate/types";
import type { PolicyInForce } from "./notice-cover";
import type { Channel } from "./vocabulary";

/** `own`: what the purpose is for. `joined`: what runs something the person said yes to under it. */
export type WhyCase = "own" | "joined";

export type Asked = { readonly about: WhyCase; readonly request: GateRequest };

export type Answered = Asked & {
  readonly facts: GateFacts;
  readonly decision: GateDecision;
  readonly change: ReturnType<typeof whatWouldChange>;
};

/** The messages that a purpose can bring on a channel; none for a purpose that sends nothing. */
export function askedAbout(purpose: Purpose, channel: Channel): readonly Asked[] {
  const own = standardRequest(purpose, channel);
  if (own === null) return [];
  const runsSomething = purpose.activityKinds.length > 0 && own.kind !== "service";
  const joined: GateRequest = { ...own, kind: "service", joined: true, countsAsApproach: false };
  return [
    { about: "own", request: own },
    ...(runsSomething ? [{ about: "joined", request: joined } as const] : []),
  ];
}

/** What the gate says now (epoch ms) about each of these messages to one person, and what would change it. */
export function whyOf(
  document: PolicyInForce,
  purpose: Purpose,
  channel: Channel,
  facts: MemberFacts,
  now: number,
): readonly Answered[] {
  const at = decisionInstant(facts, now);
  return askedAbout(purpose, channel).map(({ about, request }) => {
    const gateFacts = factsFor(document, facts, purpose.key, channel, at);
    const decision = decide(request, gateFacts, at);
    return { about, request, facts: gateFacts, decision, change: whatWouldChange(decision) };
  });
}

/** Whether what is stored for audiences says the same. `due`: it is to be decided again anyway, and has not been yet. */
export type Agreement = "agrees" | "due" | "differs";

export type StoredAnswer = {
  readonly code: GateDecision["code"];
  readonly permitted: boolean;
  readonly validUntil: number | null;
  readonly policyNumber: number;
};

/** Compares the stored answer with the gate's own at an instant (epoch ms), under the policy of this number. */
export function agreementOf(
  stored: StoredAnswer,
  fresh: Pick<GateDecision, "code" | "permitted">,
  policyNumber: number,
  at: number,
): Agreement {
  if (stored.code === fresh.code && stored.permitted === fresh.permitted) return "agrees";
  const isDue = stored.policyNumber < policyNumber || (stored.validUntil !== null && stored.validUntil <= at);
  return isDue ? "due" : "differs";
}
