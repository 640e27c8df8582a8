import type { Purpose } from "@/lib/policy/document";
import { rightsReplyCitation } from "@/lib/policy/gate/permit";
import type { ConsentFact } from "@/lib/policy/gate/types";
import { objectionStatus } from "@/lib/policy/objection";
import { randomFrom, type Random } from "./random";
import { day, happen, put, type Acting, type Town } from "./town";

const answeredAfter = 9 * day;
const minute = 60_000;
/** How long after the decision the mail that tells it is settled. */
const toldAfter = 2 * minute;

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
  return fact.decision === "objected" && isOwed && at + toldAfter <= town.now ? at : null;
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

type Who = { readonly id: string; readonly subjectRef: string; readonly contactPointId: string };

/** The mail that told somebody what was decided, with what the gate said: the answer to a right always goes. */
function putAnswer(town: Town, random: Random, who: Who, purposeKey: string, outcomeId: string, at: number) {
  const permitted = { outcome: "permitted", code: "permitted", citation: rightsReplyCitation };
  const [gateDecisionId, handOverDecisionId] = (["selection", "hand_over"] as const).map((phase) => {
    const id = random.id(at);
    put(town, "gate_decision", {
      ...{ id, memberId: who.id, mailingId: null, phase, kind: "rights_reply" },
      ...{ purposeKey, channel: "email", ...permitted },
      ...{ policyVersionId: town.policyVersionId, facts: {}, decidedAt: at },
    });
    return id;
  });
  const id = random.id(at);
  put(town, "delivery", {
    ...{ id, mailingId: null, memberId: who.id, contactPointId: who.contactPointId, panelId: town.panelId },
    ...{ template: "objection-decided", subjectIds: { objectionOutcomeId: outcomeId } },
    ...{ gateDecisionId, handOverDecisionId, state: "sent", attempts: 1, failureCode: null },
    messageId: `<${id}@residents.example>`,
    ...{ queuedAt: at, handingOverAt: at + minute, settledAt: at + toldAfter },
  });
  const worker: Acting = { actorKind: "system", actorRef: "worker" };
  happen(town, at + minute, worker, {
    eventType: "objection.told",
    ...{ subjectRef: who.subjectRef, purposeKey },
    data: { objectionOutcomeId: outcomeId, place: "mail" },
  });
}

/** What was decided about an objection: it was upheld, and the person was told. */
export function putObjectionOutcome(
  town: Town,
  random: Random,
  who: Who,
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
  const decided = { decidedBy: by.actorRef, decidedAt, toldAt: decidedAt + minute };
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
  // A stream of its own, so that the rest of the town stays as it was.
  putAnswer(town, randomFrom(Number.parseInt(id.slice(-8), 16)), who, purposeKey, id, decidedAt);
}
