"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { focusGroupSchema } from "@/lib/schemas/activity";
import { publishFocusGroup } from "@/lib/usecases/activity/publish-focus-group";
import { runUseCase } from "@/lib/usecases/run";
import { staffPath } from "../../../_components/paths";
import { typedDetails } from "../_components/focus-group-fields";

/** Publishes the focus group and goes on to choosing whom to ask. */
export const createFocusGroup = formAction({
  name: "createFocusGroup",
  verb: "activity.create",
  as: "session",
  schema: focusGroupSchema,
  keep: ["purposeKey", ...typedDetails],
  run: async ({ actor, panel }, focusGroup) => {
    const result = await runUseCase(publishFocusGroup, actor, { panel, focusGroup });
    if (!result.ok) return result;
    return ok({ redirectTo: staffPath(panel.slug, `activities/${result.value.activityId}/audience`) });
  },
});
