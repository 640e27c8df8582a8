// An objection restricts use until it is decided; only written, compelling grounds override it, and never for direct
// marketing or for what rests on consent (UK GDPR 18(1)(d), 18(3), 21(1)-(3); law.md LB-5, LB-6, RR-10).
import { earliest, laterThan } from "../civil";
import type { ConsentFact, GateFacts, ObjectionOutcome, PurposeFact } from "./types";
import { rightApplies } from "../rights";
import { onceTold } from "./told-first";
import type { MessageKind } from "../vocabulary";

/**
 * From when an outcome counts (epoch ms): an objection is upheld at once, and overridden once the person was told. Null while
 * they were not: then it does not count yet.
 */
export function countsFrom({
  outcome,
  decidedAt,
  toldAt,
}: Pick<ObjectionOutcome, "outcome" | "decidedAt" | "toldAt">): number | null {
  if (outcome !== "overridden") return decidedAt;
  return toldAt === undefined ? null : onceTold(Math.max(decidedAt, toldAt));
}

/** The objections to a purpose, on whatever channel. */
export function objectionsTo(consents: readonly ConsentFact[], purposeKey: string): readonly ConsentFact[] {
  return consents.filter((fact) => fact.decision === "objected" && fact.purposeKey === purposeKey);
}

/** Whether an outcome answers an objection: it was decided after the objection was made and known (epoch ms). */
export function answers(decidedAt: number, { effectiveAt, recordedAt }: ConsentFact): boolean {
  return effectiveAt < decidedAt && recordedAt < decidedAt;
}

type Outcomes = Pick<GateFacts, "objectionOutcomes">;

function aboutPurpose(facts: Outcomes, purposeKey: string): readonly ObjectionOutcome[] {
  return facts.objectionOutcomes?.filter((outcome) => outcome.purposeKey === purposeKey) ?? [];
}

/** The last instant up to which objections to the purpose were overridden with reasons, or null. */
function overriddenUpTo(facts: Outcomes, purpose: Pick<PurposeFact, "key">, at: number): number | null {
  const instants = aboutPurpose(facts, purpose.key)
    .filter((decided) => {
      const from = countsFrom(decided);
      const counts = from !== null && from <= at;
      return decided.outcome === "overridden" && decided.reasons.trim() !== "" && counts;
    })
    .map(({ decidedAt }) => decidedAt);
  return instants.length === 0 ? null : Math.max(...instants);
}

/** The person's decisions that still count: all but the objections that were overridden. */
export function standingDecisions(
  facts: Outcomes & Pick<GateFacts, "consents">,
  purpose: Pick<PurposeFact, "key" | "messageKind" | "lawfulBasis">,
  kind: MessageKind,
  at: number,
): readonly ConsentFact[] {
  if (facts.objectionOutcomes === undefined || facts.objectionOutcomes.length === 0) return facts.consents;
  const marketing = kind === "directMarketing" || purpose.messageKind === "directMarketing";
  if (marketing || rightApplies("object", purpose.lawfulBasis) !== "yes") return facts.consents;
  const upTo = overriddenUpTo(facts, purpose, at);
  if (upTo === null) return facts.consents;
  return facts.consents.filter(
    (fact) => fact.decision !== "objected" || fact.purposeKey !== purpose.key || !answers(upTo, fact),
  );
}

/** Whether nobody has upheld the objections to a purpose yet: one that was made later waits again. */
export function undecided(facts: GateFacts, purposeKey: string, at: number): boolean {
  if (facts.objectionOutcomes === undefined) return false;
  const objections = objectionsTo(facts.consents, purposeKey);
  return !aboutPurpose(facts, purposeKey).some(
    ({ outcome, decidedAt }) =>
      outcome === "accepted" && decidedAt <= at && objections.every((fact) => answers(decidedAt, fact)),
  );
}

/** The next instant at which a recorded outcome begins to count (epoch ms). */
export function nextOutcome(facts: GateFacts, purposeKey: string, at: number): number | null {
  if (facts.objectionOutcomes === undefined) return null;
  return earliest(...aboutPurpose(facts, purposeKey).map((outcome) => laterThan(at, countsFrom(outcome))));
}
