"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { activityStateSchema } from "@/lib/schemas/activity-state";
import { closeActivity } from "@/lib/usecases/activity/close-activity";
import { reopenActivity } from "@/lib/usecases/activity/reopen-activity";
import { runUseCase } from "@/lib/usecases/run";
import { staffPath } from "../../../../_components/paths";

/** Takes no more answers. The page of an activity leads on to a survey's own. */
export const closeEarly = formAction({
  name: "closeEarly",
  verb: "activity.change",
  as: "session",
  schema: activityStateSchema,
  keep: [],
  run: async ({ actor, panel }, which) => {
    const result = await runUseCase(closeActivity, actor, { panel, ...which });
    if (!result.ok) return result;
    return ok({ redirectTo: staffPath(panel.slug, `activities/${result.value.activityId}`) });
  },
});

/** Takes answers again. */
export const reopen = formAction({
  name: "reopen",
  verb: "activity.change",
  as: "session",
  schema: activityStateSchema,
  keep: [],
  run: async ({ actor, panel }, which) => {
    const result = await runUseCase(reopenActivity, actor, { panel, ...which });
    if (!result.ok) return result;
    return ok({ redirectTo: staffPath(panel.slug, `activities/${result.value.activityId}`) });
  },
});
