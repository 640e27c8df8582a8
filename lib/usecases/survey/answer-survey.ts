import { londonDate, civilDate } from "@/lib/clock";
import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/id";
import { appendEntry } from "@/lib/ledger/append";
import { checkAnswers, type PostedAnswers } from "@/lib/queries/survey/check-answers";
import { readSurvey } from "@/lib/queries/survey/question-model";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { answerField } from "@/lib/schemas/survey-answers";
import type { Ctx } from "../context";
import { actingMember, lockActingMember } from "../membership/acting-member";

export type SurveyForm = { readonly activityId: string; readonly answers: PostedAnswers };

/** The survey, if this member was asked. */
async function findAskedSurvey(ctx: Ctx, activityId: string) {
  const { organisationId, panelId, memberId } = actingMember(ctx);
  return ctx.tx.activity.findFirst({
    where: {
      organisationId,
      id: activityId,
      panelId,
      kind: "survey",
      state: { not: "draft" },
      invitations: { some: { memberId } },
    },
    select: { purposeKey: true, state: true, survey: true, closesOn: true },
  });
}

async function keepAnswers(ctx: Ctx, activityId: string, answers: Prisma.InputJsonObject) {
  const { organisationId, memberId } = actingMember(ctx);
  const where = { organisationId_activityId_memberId: { organisationId, activityId, memberId } };
  const known = await ctx.tx.surveyResponse.findUnique({ where, select: { id: true } });
  if (known !== null) {
    await ctx.tx.surveyResponse.update({ where, data: { answers, changedAt: ctx.at } });
    return { id: known.id, changed: true };
  }
  const id = newId(ctx.at);
  await ctx.tx.surveyResponse.create({
    data: { organisationId, id, activityId, memberId, answers, submittedAt: ctx.at },
  });
  return { id, changed: false };
}

/** Whoever answers after "not this one" changed their mind: the lists say that they answered. */
async function takeBackNotThis(ctx: Ctx, activityId: string): Promise<void> {
  const { organisationId, memberId } = actingMember(ctx);
  await ctx.tx.invitation.updateMany({
    where: { organisationId, activityId, memberId, notThisAt: { not: null } },
    data: { notThisAt: null },
  });
}

/**
 * Keeps a member's answers to a survey they were asked, checked by the survey's own rules. Answers may be changed until
 * the survey closes: its last day counts in full (Europe/London).
 */
export async function answerSurvey(ctx: Ctx, input: SurveyForm): Promise<Result<{ changed: boolean }>> {
  const { organisationId, panelId } = actingMember(ctx);
  const { subjectRef, state } = await lockActingMember(ctx);
  if (state !== "member") return refuse("membership.over");
  const activity = await findAskedSurvey(ctx, input.activityId);
  if (activity === null || activity.survey === null) return refuse("survey.unknown");
  const over = activity.closesOn !== null && londonDate(ctx.at) > civilDate(activity.closesOn);
  if (activity.state !== "open" || over) return refuse("survey.closed");
  const checked = checkAnswers(activity.survey, input.answers);
  if (!checked.ok) {
    const kinds = new Map(readSurvey(activity.survey).questions.map(({ name, kind }) => [name, kind]));
    const named = Object.entries(checked.faults).map(([name, faults]) => [
      answerField(kinds.get(name) ?? "", name),
      faults,
    ]);
    return refuseFields(Object.fromEntries(named));
  }
  const kept = await keepAnswers(ctx, input.activityId, checked.answers);
  await takeBackNotThis(ctx, input.activityId);
  await appendEntry(ctx, organisationId, {
    eventType: "survey.answered",
    panelId,
    subjectRef,
    purposeKey: activity.purposeKey,
    effectiveAt: ctx.at,
    data: { activityId: input.activityId, surveyResponseId: kept.id, changed: kept.changed ? "yes" : "no" },
  });
  return ok({ changed: kept.changed });
}
