import { appendEntries } from "@/lib/ledger/append";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { stopMailingsAbout } from "../mailing/stop-mailing";
import { becameOf, isOver, keepChange, lockActivity, type ActivityToChange } from "./locked-activity";

/**
 * Takes no more answers from now on. Who said yes still comes, and sent answers stay. Mail that would ask for an answer and
 * has not left yet is stopped with it.
 */
export async function closeActivity(
  ctx: Ctx,
  input: ActivityToChange,
): Promise<Result<{ activityId: string }>> {
  const locked = await lockActivity(ctx, input);
  if (!locked.ok) return locked;
  const activity = locked.value;
  if (activity.state !== "open" || isOver(activity, ctx.at)) return refuse("activity.notOpen");
  await keepChange(ctx, activity, { state: "closed", closedAt: ctx.at });
  const stopped = await stopMailingsAbout(ctx, input.panel, { activityId: activity.id, asksOnly: true });
  await appendEntries(ctx, activity.organisationId, [becameOf(ctx, "activity.closed", activity), ...stopped]);
  return ok({ activityId: activity.id });
}
