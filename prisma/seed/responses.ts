import { attendancePurpose, mayNoteAttendance } from "@/lib/policy/attendance";
import type { Made } from "./activities";
import type { SimulatedMember } from "./members";
import type { Random } from "./random";
import { surveyDefinition } from "./happenings";
import { day, happen, put, type Acting, type Town } from "./town";

const comments = [
  "Ring before you come, so that I can be at home.",
  "Tell us what happens next and when.",
  "It was fine. The person who came was kind.",
  "Keep the same contractor for the whole job.",
  "Put the rent breakdown on one page.",
  "More lights by the bins, please.",
] as const;

function putInvitation(town: Town, random: Random, made: Made, member: SimulatedMember): string {
  const id = random.id(made.plan.invitedAt);
  put(town, "invitation", {
    id,
    activityId: made.activityId,
    memberId: member.id,
    invitedAt: made.plan.invitedAt + 60_000,
    notThisAt: null,
    remindedAt: null,
  });
  return id;
}

function when(town: Town, random: Random, made: Made): number {
  const end = Math.min(made.plan.happensAt, town.now) - day / 2;
  const start = made.plan.invitedAt + 3_600_000;
  return Math.floor(start + random.next() * Math.max(0, end - start));
}

function answerSurvey(town: Town, random: Random, made: Made, member: SimulatedMember): void {
  const at = when(town, random, made);
  const id = random.id(at);
  const [question] = surveyDefinition.pages[0].elements;
  const better = random.chance(0.4) ? { better: random.pick(comments) } : {};
  const satisfied = random.weighted(
    question.choices.map((choice, index) => [choice, [22, 38, 19, 14, 7][index] ?? 1] as const),
  );
  put(town, "survey_response", {
    id,
    activityId: made.activityId,
    memberId: member.id,
    answers: { satisfied, ease: random.between(1, 5), ...better },
    submittedAt: at,
    changedAt: null,
  });
  const by: Acting = { actorKind: "member", actorRef: member.subjectRef };
  happen(town, at, by, {
    eventType: "survey.answered",
    subjectRef: member.subjectRef,
    purposeKey: made.plan.purpose.key,
    data: { activityId: made.activityId, surveyResponseId: id },
  });
}

function markAttendance(
  town: Town,
  random: Random,
  made: Made,
  member: SimulatedMember,
  sessionId: string,
): void {
  if (made.plan.happensAt > town.now) return;
  const markedAt = made.plan.happensAt + day / 2;
  if (!mayNoteAttendance(made.document, member.consents, markedAt)) return;
  const outcome = random.chance(0.8) ? "came" : "absent";
  const at = markedAt;
  put(town, "attendance", { sessionId, memberId: member.id, outcome, markedBy: made.staffId, markedAt: at });
  happen(
    town,
    at,
    { actorKind: "staff", actorRef: made.staffId },
    {
      eventType: "attendance.recorded",
      subjectRef: member.subjectRef,
      purposeKey: attendancePurpose(made.document)?.key ?? made.plan.purpose.key,
      data: { activityId: made.activityId, sessionId, outcome },
    },
  );
}

const taken = new Map<string, number>();

function answerFocusGroup(
  town: Town,
  random: Random,
  made: Made,
  member: SimulatedMember,
  invitationId: string,
): void {
  const { sessionId } = made;
  if (sessionId === null) return;
  const places = taken.get(sessionId) ?? 0;
  const answer = places < 10 && random.chance(0.5) ? "accepted" : "declined";
  if (answer === "accepted") taken.set(sessionId, places + 1);
  const at = when(town, random, made);
  put(town, "rsvp", { invitationId, sessionId, answer, answeredAt: at });
  const by: Acting = { actorKind: "member", actorRef: member.subjectRef };
  happen(town, at, by, {
    eventType: "invitation.answered",
    subjectRef: member.subjectRef,
    purposeKey: made.plan.purpose.key,
    data: { invitationId, activityId: made.activityId, answer, sessionId, method: "link" },
  });
  if (answer === "accepted") markAttendance(town, random, made, member, sessionId);
}

/** The invitation of one member, and perhaps an answer. What is open now is left unanswered by the demo resident. */
export function answerInvitation(
  town: Town,
  random: Random,
  made: Made,
  member: SimulatedMember,
  arrived: boolean,
): void {
  const invitationId = putInvitation(town, random, made, member);
  const open = made.plan.happensAt > town.now;
  if (!arrived || (open && member.keenness === 1)) return;
  const likely = (made.plan.kind === "survey" ? 0.6 : 0.35) * (open ? 0.5 : 1);
  if (!random.chance(likely * (0.4 + member.keenness))) return;
  if (made.plan.kind === "survey") answerSurvey(town, random, made, member);
  else answerFocusGroup(town, random, made, member, invitationId);
}
