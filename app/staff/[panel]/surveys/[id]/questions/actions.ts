"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { newQuestionSchema, publishSchema, questionPlaceSchema } from "@/lib/schemas/survey-definition";
import { runUseCase } from "@/lib/usecases/run";
import { addQuestion } from "@/lib/usecases/survey-publishing/add-question";
import { placeQuestion } from "@/lib/usecases/survey-publishing/place-question";
import { publishSurvey } from "@/lib/usecases/survey-publishing/publish-survey";
import { staffPath } from "../../../../_components/paths";

/** Adds one question at the end of the draft. */
export const addSurveyQuestion = formAction({
  name: "addSurveyQuestion",
  verb: "activity.create",
  as: "session",
  schema: newQuestionSchema,
  keep: ["title", "required", "choices", "minLabel", "maxLabel"],
  run: async ({ actor, panel }, question) => {
    const result = await runUseCase(addQuestion, actor, { panel, question });
    if (!result.ok) return result;
    return ok({ redirectTo: staffPath(panel.slug, `surveys/${result.value.activityId}/questions`) });
  },
});

/** Moves a question up or down, or takes it out. */
export const placeSurveyQuestion = formAction({
  name: "placeSurveyQuestion",
  verb: "activity.create",
  as: "session",
  schema: questionPlaceSchema,
  keep: [],
  run: async ({ actor, panel }, place) => {
    const result = await runUseCase(placeQuestion, actor, { panel, place });
    if (!result.ok) return result;
    return ok({ redirectTo: staffPath(panel.slug, `surveys/${result.value.activityId}/questions`) });
  },
});

/** Freezes the questions, opens the survey, and goes on to choosing whom to ask. */
export const publishSurveyDraft = formAction({
  name: "publishSurveyDraft",
  verb: "activity.create",
  as: "session",
  schema: publishSchema,
  keep: [],
  run: async ({ actor, panel }, { activity }) => {
    const result = await runUseCase(publishSurvey, actor, { panel, activity });
    if (!result.ok) return result;
    return ok({ redirectTo: staffPath(panel.slug, `activities/${result.value.activityId}/audience`) });
  },
});
