import type { PolicyDocument } from "@/lib/policy/document";
import type { SimulatedMember } from "./members";
import type { Random } from "./random";
import { happen, put, type Acting, type Town } from "./town";

/** The moment (epoch ms) at which an applicant applies: since the round that is open began; null where none is open. */
export function applyingMoment(town: Town, random: Random, document: PolicyDocument): number | null {
  const [round] = document.membership.rounds ?? [];
  if (round === undefined) return null;
  const opened = Date.parse(`${round.opensOn}T09:00:00Z`);
  return opened + Math.floor(random.next() * (town.now - opened));
}

/** The round that is open, with an application of everyone who waits for an answer. */
export function putApplications(
  town: Town,
  random: Random,
  document: PolicyDocument,
  members: readonly SimulatedMember[],
): void {
  const [round] = document.membership.rounds ?? [];
  const applicants = members.filter(({ state }) => state === "applicant");
  if (round === undefined || applicants.length === 0) return;
  const roundId = random.id(Date.parse(`${round.opensOn}T00:00:00Z`));
  put(town, "application_round", { id: roundId, panelId: town.panelId, ...round, decidedAt: null });
  for (const { id: memberId, subjectRef, joinedAt: submittedAt } of applicants) {
    const applicationId = random.id(submittedAt);
    put(town, "application", { id: applicationId, roundId, memberId, submittedAt });
    const by: Acting = { actorKind: "member", actorRef: subjectRef };
    happen(town, submittedAt, by, {
      eventType: "application.submitted",
      subjectRef,
      data: { applicationId, round: round.key },
    });
  }
}
