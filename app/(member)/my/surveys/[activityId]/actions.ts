"use server";
import { formAction } from "@/lib/actions/form-action";
import { saveSurvey } from "@/lib/actions/resident/answer";
import { surveyAnswersSchema } from "@/lib/schemas/survey-answers";

export const answerMySurvey = formAction({
  name: "my.answerSurvey",
  verb: "survey.answer",
  as: "session",
  schema: surveyAnswersSchema,
  lists: ["many.*"],
  keep: ["one.*", "many.*"],
  run: (call, input) =>
    saveSurvey(call, input.answers, input.activityId ?? null, `/my/surveys/${input.activityId ?? ""}`),
});
