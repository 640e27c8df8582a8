import { readLinkActor } from "@/lib/auth/link-actor";
import type { Actor } from "@/lib/policy/permission";
import { getInvitation } from "@/lib/queries/invitation/get-invitation";
import type { PostedAnswers } from "@/lib/queries/survey/check-answers";
import { ok, refuse, type Result } from "@/lib/result";
import type { PostedRsvp } from "@/lib/schemas/rsvp";
import { answerInvitation } from "@/lib/usecases/rsvp/answer-invitation";
import { dismissInvitation } from "@/lib/usecases/rsvp/dismiss-invitation";
import { runUseCase } from "@/lib/usecases/run";
import { answerSurvey } from "@/lib/usecases/survey/answer-survey";
import type { Call, Outcome } from "../form-action";
import { redirectAfterNo } from "./after-no";

/** The invitation a link from a mail is about: a link to one never answers another. */
export async function linkedInvitation(token: string | undefined): Promise<string | null> {
  const held = await readLinkActor("invitation", token ?? "");
  return held?.about[0] ?? null;
}

/** The survey a link from a mail is about. */
export async function linkedSurvey(actor: Actor, token: string | undefined): Promise<string | null> {
  const invitationId = await linkedInvitation(token);
  if (actor.kind !== "link" || invitationId === null) return null;
  const invitation = await getInvitation(actor.organisationId, actor.memberId, invitationId);
  return invitation?.activityId ?? null;
}

/** Yes, no, or "not this one"; leads to the page under `base` that says what was understood. */
export async function saveAnswer(
  { actor }: Call,
  posted: PostedRsvp,
  invitationId: string | null,
  base: string,
): Promise<Result<Outcome>> {
  if (invitationId === null) return refuse("invitation.unknown");
  if (posted.answer === "notThis") {
    const dismissed = await runUseCase(dismissInvitation, actor, { invitationId });
    if (!dismissed.ok) return dismissed;
    return ok(await redirectAfterNo(`${base}/saved`, {}, [dismissed.value.memberId]));
  }
  const answered = await runUseCase(answerInvitation, actor, {
    invitationId,
    answer: posted.answer,
    sessionId: posted.sessionId,
    adjustment: { need: posted.need, agreed: posted.agreed === "on" },
  });
  return answered.ok ? ok({ redirectTo: `${base}/saved` }) : answered;
}

/** Answers to a survey; leads to the thank-you page under `base`. */
export async function saveSurvey(
  { actor }: Call,
  answers: PostedAnswers,
  activityId: string | null,
  base: string,
): Promise<Result<Outcome>> {
  if (activityId === null) return refuse("survey.unknown");
  const saved = await runUseCase(answerSurvey, actor, { activityId, answers });
  return saved.ok ? ok({ redirectTo: `${base}/thanks` }) : saved;
}
