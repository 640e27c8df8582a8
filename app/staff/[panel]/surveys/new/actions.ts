"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { surveyDetailsSchema } from "@/lib/schemas/survey-definition";
import { runUseCase } from "@/lib/usecases/run";
import { draftSurvey } from "@/lib/usecases/survey-publishing/draft-survey";
import { staffPath } from "../../../_components/paths";

/** Begins a draft and goes on to its questions. */
export const createSurvey = formAction({
  name: "createSurvey",
  verb: "activity.create",
  as: "session",
  schema: surveyDetailsSchema,
  keep: ["purposeKey", "title", "summary", "closesOn-*"],
  run: async ({ actor, panel }, details) => {
    const result = await runUseCase(draftSurvey, actor, { panel, details });
    if (!result.ok) return result;
    return ok({ redirectTo: staffPath(panel.slug, `surveys/${result.value.activityId}/questions`) });
  },
});
