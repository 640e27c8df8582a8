"use server";
import { formAction } from "@/lib/actions/form-action";
import { linkedInvitation, linkedSurvey, saveAnswer, saveSurvey } from "@/lib/actions/resident/answer";
import { rsvpSchema } from "@/lib/schemas/rsvp";
import { surveyAnswersSchema } from "@/lib/schemas/survey-answers";

export const answerByLink = formAction({
  name: "invitation.answer",
  verb: "invitation.answer",
  as: "invitation",
  schema: rsvpSchema,
  keep: ["need", "agreed", "sessionId"],
  run: async (call, input) =>
    saveAnswer(call, input, await linkedInvitation(input.token), `/invitation/${input.token ?? ""}`),
});

export const answerSurveyByLink = formAction({
  name: "invitation.answerSurvey",
  verb: "survey.answer",
  as: "invitation",
  schema: surveyAnswersSchema,
  lists: ["many.*"],
  keep: ["one.*", "many.*"],
  run: async (call, input) =>
    saveSurvey(
      call,
      input.answers,
      await linkedSurvey(call.actor, input.token),
      `/invitation/${input.token ?? ""}`,
    ),
});
