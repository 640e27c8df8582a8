import { createHash } from "node:crypto";
import { londonDate } from "@/lib/clock";
import { decide } from "@/lib/policy/gate/decide";
import { factsFor } from "@/lib/policy/contact-permission";
import type { PolicyDocument } from "@/lib/policy/document";
import type { GateDecision } from "@/lib/policy/gate/types";
import { surveyDefinition, type Plan } from "./happenings";
import { factsAt, type SimulatedMember } from "./members";
import type { Random } from "./random";
import { answerInvitation } from "./responses";
import { day, happen, put, type Acting, type Town } from "./town";

/** An activity as it was made: what its invitations and answers point to. */
export type Made = {
  readonly document: PolicyDocument;
  readonly plan: Plan;
  readonly activityId: string;
  readonly sessionId: string | null;
  readonly mailingId: string;
  readonly staffId: string;
};

type Counts = { matched: number; sent: number; suppressed: number; failed: number; unknown: number };

const minute = 60_000;

function putActivity(
  town: Town,
  random: Random,
  document: PolicyDocument,
  plan: Plan,
  staffId: string,
): Made {
  const activityId = random.id(plan.invitedAt - day);
  const over = plan.happensAt < town.now;
  put(town, "activity", {
    id: activityId,
    panelId: town.panelId,
    kind: plan.kind === "focusGroup" ? "focus_group" : plan.kind,
    purposeKey: plan.purpose.key,
    title: plan.title,
    summary: plan.summary,
    state: over ? "closed" : "open",
    survey: plan.kind === "survey" ? surveyDefinition : null,
    closesOn: plan.kind === "survey" ? londonDate(new Date(plan.happensAt)) : null,
    publishedAt: plan.invitedAt - 30 * minute,
    closedAt: over ? plan.happensAt + day : null,
    outcome: null,
    createdBy: staffId,
    createdAt: plan.invitedAt - day,
  });
  const by: Acting = { actorKind: "staff", actorRef: staffId };
  happen(town, plan.invitedAt - 30 * minute, by, {
    eventType: "activity.published",
    subjectRef: null,
    purposeKey: plan.purpose.key,
    data: { activityId, kind: plan.kind },
  });
  const sessionId = plan.kind === "focusGroup" ? putSession(town, random, plan, activityId) : null;
  return { document, plan, activityId, sessionId, mailingId: random.id(plan.invitedAt), staffId };
}

function putSession(town: Town, random: Random, plan: Plan, activityId: string): string {
  const id = random.id(plan.invitedAt - day);
  const startsAt = Math.floor(plan.happensAt / day) * day + 18 * 60 * minute;
  put(town, "activity_session", {
    id,
    activityId,
    startsAt,
    endsAt: startsAt + 90 * minute,
    place: "Community room, Mill Bank Centre",
    joinLink: null,
    capacity: 12,
    adjustmentsAsked:
      "Tell us what would help you take part, such as large print, a hearing loop or a seat near the door.",
  });
  return id;
}

function putMailing(town: Town, made: Made, counts: Counts, leftOut: Readonly<Record<string, number>>): void {
  const { plan } = made;
  const content = { subject: plan.title, intro: plan.summary };
  const contentHash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const template = plan.kind === "survey" ? "survey-invitation" : "focus-group-invitation";
  const kind = plan.purpose.messageKind ?? "research";
  put(town, "mailing", {
    id: made.mailingId,
    panelId: town.panelId,
    activityId: made.activityId,
    template,
    kind: kind === "directMarketing" ? "direct_marketing" : kind,
    purposeKey: plan.purpose.key,
    channel: "email",
    audience: { areas: plan.areas, tenures: [], interests: [] },
    content,
    contentHash,
    state: "finished",
    idempotencyKey: made.mailingId,
    createdBy: made.staffId,
    createdAt: plan.invitedAt,
    expandedAt: plan.invitedAt + minute,
    finishedAt: plan.invitedAt + 5 * minute,
    matched: counts.matched,
    leftOut,
    pausedReason: null,
  });
  happenMailing(town, made, counts, { contentHash, template, kind });
}

/** That a mailing was approved, and how it ended. */
function happenMailing(
  town: Town,
  made: Made,
  counts: Counts,
  approved: { readonly contentHash: string; readonly template: string; readonly kind: string },
): void {
  const { mailingId, activityId, plan, staffId } = made;
  const subject = { subjectRef: null, purposeKey: plan.purpose.key, channel: "email" as const };
  const figures = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]));
  const by: Acting = { actorKind: "staff", actorRef: staffId };
  happen(town, plan.invitedAt, by, {
    ...subject,
    eventType: "mailing.approved",
    data: { mailingId, activityId, ...approved, matched: String(counts.matched) },
  });
  const worker: Acting = { actorKind: "system", actorRef: "worker" };
  happen(town, plan.invitedAt + 5 * minute, worker, {
    ...subject,
    eventType: "mailing.finished",
    data: { mailingId, ...figures },
  });
}

function putDecision(
  town: Town,
  random: Random,
  made: Made,
  member: SimulatedMember,
  decision: GateDecision,
  phase: "selection" | "hand_over",
): string {
  const at = made.plan.invitedAt + (phase === "selection" ? minute : 2 * minute);
  const id = random.id(at);
  const kind = made.plan.purpose.messageKind ?? "research";
  put(town, "gate_decision", {
    id,
    memberId: member.id,
    mailingId: made.mailingId,
    phase,
    kind: kind === "directMarketing" ? "direct_marketing" : kind,
    purposeKey: made.plan.purpose.key,
    channel: "email",
    outcome: decision.permitted ? "permitted" : "refused",
    code: decision.code,
    citation: decision.citation,
    policyVersionId: town.policyVersionId,
    facts: { state: factsAt(member, at).member.state },
    decidedAt: at,
  });
  return id;
}

function putDelivery(
  town: Town,
  random: Random,
  made: Made,
  member: SimulatedMember,
  decisions: [string, string],
) {
  const state = random.weighted([
    ["sent", 985],
    ["failed", 12],
    ["unknown", 3],
  ] as const);
  const at = made.plan.invitedAt;
  const id = random.id(at);
  put(town, "delivery", {
    id,
    mailingId: made.mailingId,
    memberId: member.id,
    contactPointId: member.contactPointId,
    panelId: town.panelId,
    template: made.plan.kind === "survey" ? "survey-invitation" : "focus-group-invitation",
    subjectIds: { activityId: made.activityId },
    gateDecisionId: decisions[0],
    state,
    attempts: 1,
    messageId: `<${id}@residents.example>`,
    failureCode: state === "failed" ? "smtp.recipientRefused" : null,
    queuedAt: at + minute,
    handingOverAt: at + 2 * minute,
    settledAt: at + 3 * minute,
    handOverDecisionId: decisions[1],
  });
  return state;
}

function request(plan: Plan) {
  return {
    kind: plan.purpose.messageKind ?? ("research" as const),
    channel: "email" as const,
    purposeKey: plan.purpose.key,
    contentReviewed: true,
    countsAsApproach: true,
  };
}

/** Invites everyone of the plan's areas whom the gate permitted at that time, and notes who was left out and why. */
export function simulateActivity(
  town: Town,
  random: Random,
  document: PolicyDocument,
  members: readonly SimulatedMember[],
  plan: Plan,
  staffId: string,
): void {
  const made = putActivity(town, random, document, plan, staffId);
  const counts: Counts = { matched: 0, sent: 0, suppressed: 0, failed: 0, unknown: 0 };
  const leftOut: Record<string, number> = {};
  for (const member of members) {
    if (member.joinedAt > plan.invitedAt) continue;
    if (plan.areas.length > 0 && (member.area === null || !plan.areas.includes(member.area))) continue;
    counts.matched += 1;
    const facts = factsFor(
      document,
      factsAt(member, plan.invitedAt),
      plan.purpose.key,
      "email",
      plan.invitedAt,
    );
    const decision = decide(request(plan), facts, plan.invitedAt);
    const selected = putDecision(town, random, made, member, decision, "selection");
    if (!decision.permitted) {
      leftOut[decision.code] = (leftOut[decision.code] ?? 0) + 1;
      continue;
    }
    const handedOver = putDecision(town, random, made, member, decision, "hand_over");
    const state = putDelivery(town, random, made, member, [selected, handedOver]);
    counts[state] += 1;
    member.approaches.push(plan.invitedAt + 3 * minute);
    answerInvitation(town, random, made, member, state === "sent");
  }
  putMailing(town, made, counts, leftOut);
}
