"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { cancelActivitySchema, cancelReasonSchema } from "@/lib/schemas/activity-state";
import { cancelActivity } from "@/lib/usecases/activity/cancel-activity";
import { runUseCase } from "@/lib/usecases/run";
import { staffPath } from "../../../../_components/paths";

/** Takes the reason and goes on to the mail that tells it. Nothing is cancelled yet. */
export const sayWhy = formAction({
  name: "sayWhy",
  verb: "activity.change",
  as: "session",
  schema: cancelReasonSchema,
  keep: ["reason"],
  run: async ({ panel }, { activity, reason }) =>
    ok({ redirectTo: staffPath(panel.slug, `activities/${activity}/cancel/check`, { reason }) }),
});

/** Calls the activity off and releases the mail that was shown. */
export const callOff = formAction({
  name: "callOff",
  verb: "activity.change",
  as: "session",
  schema: cancelActivitySchema,
  keep: [],
  run: async ({ actor, panel }, { key: idempotencyKey, ...cancellation }) => {
    const input = { panel, idempotencyKey, ...cancellation };
    const result = await runUseCase(cancelActivity, actor, input);
    if (!result.ok) return result;
    const { mailingId, activityId } = result.value;
    const next = mailingId === null ? `activities/${activityId}` : `mailings/${mailingId}`;
    return ok({ redirectTo: staffPath(panel.slug, next) });
  },
});
