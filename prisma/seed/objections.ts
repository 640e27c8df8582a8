import type { Purpose } from "@/lib/policy/document";
import type { ConsentFact } from "@/lib/policy/gate/types";
import { objectionStatus } from "@/lib/policy/objection";
import type { Random } from "./random";
import { day, happen, put, type Acting, type Town } from "./town";

const answeredAfter = 9 * day;

/** Who decides about objections to a panel's purposes. */
function dpoOf(town: Town): Acting {
  const grant = town.rows.get("role_grant")?.find(({ role }) => role === "dpo");
  if (grant === undefined) throw new Error("A town has its staff before its members.");
  return { actorKind: "dpo", actorRef: String(grant["staffId"]) };
}

/**
 * When an objection was answered: within the month that the law gives (UK GDPR 12(3)). The newest still wait, and promotion
 * needs no decision.
 */
function answeredAt(town: Town, { lawfulBasis, messageKind }: Purpose, fact: ConsentFact): number | null {
  const at = fact.effectiveAt + answeredAfter;
  const isOwed = objectionStatus(lawfulBasis, messageKind, fact.effectiveAt).status === "restrictedPending";
  return fact.decision === "objected" && isOwed && at <= town.now ? at : null;
}

/** When it was last decided about an objection of somebody, if it ever was. */
export function objectionDecidedAt(
  town: Town,
  purposes: readonly Purpose[],
  consents: readonly ConsentFact[],
): number | null {
  const moments = consents.flatMap((fact) => {
    const purpose = purposes.find(({ key }) => key === fact.purposeKey);
    return (purpose && answeredAt(town, purpose, fact)) ?? [];
  });
  return moments.length === 0 ? null : Math.max(...moments);
}

/** What was decided about an objection: it was upheld. */
export function putObjectionOutcome(
  town: Town,
  random: Random,
  who: { id: string; subjectRef: string },
  purpose: Purpose,
  fact: ConsentFact,
): void {
  const decidedAt = answeredAt(town, purpose, fact);
  if (decidedAt === null) return;
  const { key: purposeKey } = purpose;
  const by = dpoOf(town);
  const id = random.id(decidedAt);
  const reasons =
    "You told us that you do not want this. We have no reason that weighs more, so it stays stopped.";
  const decided = { decidedBy: by.actorRef, decidedAt };
  put(town, "objection_outcome", {
    id,
    memberId: who.id,
    purposeKey,
    outcome: "accepted",
    reasons,
    ...decided,
  });
  happen(town, decidedAt, by, {
    eventType: "objection.decided",
    subjectRef: who.subjectRef,
    purposeKey,
    data: { objectionOutcomeId: id, outcome: "accepted" },
  });
}
