// An objection restricts use until it is decided; only written, compelling grounds override it, and never for direct
// marketing or for what rests on consent (UK GDPR 18(1)(d), 21(1)-(3); law.md LB-5, LB-6).
import { earliest, isInstant } from "../civil";
import type { ConsentFact, GateFacts, ObjectionOutcome, PurposeFact } from "./types";
import { rightApplies } from "../rights";
import type { MessageKind } from "../vocabulary";

function aboutPurpose(facts: GateFacts, purposeKey: string): readonly ObjectionOutcome[] {
  return facts.objectionOutcomes?.filter((outcome) => outcome.purposeKey === purposeKey) ?? [];
}

/** The last instant up to which objections to the purpose were overridden with reasons, or null. */
function overriddenUpTo(facts: GateFacts, purpose: PurposeFact, at: number): number | null {
  const instants = aboutPurpose(facts, purpose.key)
    .filter(({ outcome, reasons, decidedAt }) => {
      return outcome === "overridden" && reasons.trim() !== "" && decidedAt <= at;
    })
    .map(({ decidedAt }) => decidedAt);
  return instants.length === 0 ? null : Math.max(...instants);
}

/** The person's decisions that still count: all but the objections that were overridden. */
export function standingDecisions(
  facts: GateFacts,
  purpose: PurposeFact,
  kind: MessageKind,
  at: number,
): readonly ConsentFact[] {
  if (facts.objectionOutcomes === undefined || facts.objectionOutcomes.length === 0) return facts.consents;
  const marketing = kind === "directMarketing" || purpose.messageKind === "directMarketing";
  if (marketing || rightApplies("object", purpose.lawfulBasis) !== "yes") return facts.consents;
  const upTo = overriddenUpTo(facts, purpose, at);
  if (upTo === null) return facts.consents;
  return facts.consents.filter(
    ({ decision, purposeKey, effectiveAt, recordedAt }) =>
      decision !== "objected" || purposeKey !== purpose.key || !(effectiveAt < upTo && recordedAt < upTo),
  );
}

/** Whether nobody has decided yet about the objections to a purpose. */
export function undecided(facts: GateFacts, purposeKey: string, at: number): boolean {
  if (facts.objectionOutcomes === undefined) return false;
  return !aboutPurpose(facts, purposeKey).some(
    ({ outcome, decidedAt }) => outcome === "accepted" && decidedAt <= at,
  );
}

/** The next instant at which a recorded outcome begins to count (epoch ms). */
export function nextOutcome(facts: GateFacts, purposeKey: string, at: number): number | null {
  if (facts.objectionOutcomes === undefined) return null;
  const later = aboutPurpose(facts, purposeKey).map(({ decidedAt }) => decidedAt);
  return earliest(...later.filter((decidedAt) => decidedAt > at && isInstant(decidedAt)));
}
