import { appendEntry } from "@/lib/ledger/append";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { becameOf, isOver, keepChange, lockActivity, type ActivityToChange } from "./locked-activity";

/** Takes answers again after it was closed early, while there is still time. What was cancelled stays so: people were told. */
export async function reopenActivity(
  ctx: Ctx,
  input: ActivityToChange,
): Promise<Result<{ activityId: string }>> {
  const locked = await lockActivity(ctx, input);
  if (!locked.ok) return locked;
  const activity = locked.value;
  if (activity.state !== "closed") return refuse("activity.notClosed");
  if (isOver(activity, ctx.at)) return refuse("activity.over");
  await keepChange(ctx, activity, { state: "open", closedAt: null });
  await appendEntry(ctx, activity.organisationId, becameOf(ctx, "activity.reopened", activity));
  return ok({ activityId: activity.id });
}
