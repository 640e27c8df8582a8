import { civilDate, londonDate, now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { CivilDate } from "@/lib/policy/vocabulary";
import type { SurveyAnswers } from "./check-answers";
import { readSurvey, type SurveyView } from "./question-model";

/** A survey as an invited member fills it in. */
export type SurveyForm = {
  readonly activityId: string;
  readonly invitationId: string;
  readonly purposeKey: string;
  readonly title: string;
  readonly summary: string;
  readonly closesOn: CivilDate | null;
  readonly open: boolean;
  readonly cancelled: boolean;
  /** Why it was called off, in the organiser's words. */
  readonly cancelReason: string | null;
  readonly questions: SurveyView["questions"];
  /** What the member answered so far; null before the first time. */
  readonly answers: SurveyAnswers | null;
  readonly answeredAt: Date | null;
  readonly outcome: string | null;
};

/** The survey, if this member was asked; null otherwise. */
export async function getSurvey(
  organisationId: string,
  memberId: string,
  activityId: string,
): Promise<SurveyForm | null> {
  const invitation = await database().invitation.findFirst({
    where: { organisationId, memberId, activityId, activity: { kind: "survey", state: { not: "draft" } } },
    select: {
      id: true,
      activity: { include: { responses: { where: { memberId } } } },
    },
  });
  if (invitation === null) return null;
  const { activity } = invitation;
  const closesOn = activity.closesOn === null ? null : civilDate(activity.closesOn);
  const response = activity.responses[0];
  return {
    activityId,
    invitationId: invitation.id,
    purposeKey: activity.purposeKey,
    title: activity.title,
    summary: activity.summary,
    closesOn,
    open: activity.state === "open" && (closesOn === null || londonDate(now()) <= closesOn),
    cancelled: activity.state === "cancelled",
    cancelReason: activity.cancelReason,
    questions: activity.survey === null ? [] : readSurvey(activity.survey).questions,
    answers: (response?.answers as SurveyAnswers | undefined) ?? null,
    answeredAt: response?.changedAt ?? response?.submittedAt ?? null,
    outcome: activity.outcome,
  };
}
