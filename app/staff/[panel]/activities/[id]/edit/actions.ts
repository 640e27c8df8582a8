"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { changedFocusGroupSchema } from "@/lib/schemas/activity";
import { changedSurveySchema } from "@/lib/schemas/survey-definition";
import { changeFocusGroup } from "@/lib/usecases/activity/change-focus-group";
import { changeSurvey } from "@/lib/usecases/activity/change-survey";
import { runUseCase } from "@/lib/usecases/run";
import { staffPath } from "../../../../_components/paths";
import { typedDetails } from "../../_components/focus-group-fields";

/** Saves a focus group's new details; when people who said yes must hear of it, goes on to the mail that tells them. */
export const saveFocusGroup = formAction({
  name: "saveFocusGroup",
  verb: "activity.change",
  as: "session",
  schema: changedFocusGroupSchema,
  keep: typedDetails,
  run: async ({ actor, panel }, focusGroup) => {
    const result = await runUseCase(changeFocusGroup, actor, { panel, focusGroup });
    if (!result.ok) return result;
    const home = `activities/${result.value.activityId}`;
    const next = result.value.toTell > 0 ? `${home}/tell` : home;
    return ok({ redirectTo: staffPath(panel.slug, next, { saved: "1" }) });
  },
});

/** Saves a survey's new title, description and last day. */
export const saveSurvey = formAction({
  name: "saveSurvey",
  verb: "activity.change",
  as: "session",
  schema: changedSurveySchema,
  keep: ["title", "summary", "closesOn-*"],
  run: async ({ actor, panel }, survey) => {
    const result = await runUseCase(changeSurvey, actor, { panel, survey });
    if (!result.ok) return result;
    const home = `surveys/${result.value.activityId}`;
    return ok({ redirectTo: staffPath(panel.slug, home, { saved: "1" }) });
  },
});
