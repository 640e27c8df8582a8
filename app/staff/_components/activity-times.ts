import { londonDate } from "@/lib/clock";
import type { ActivityView } from "@/lib/queries/staff/get-activity";

type Times = Pick<ActivityView, "session" | "closesOn">;

/** Whether its session has begun. */
export function hasBegun({ session }: Times, at: Date): boolean {
  return session !== null && session.startsAt <= at;
}

/** Whether its session has begun or its last day for answers is over. */
export function isOver(activity: Times, at: Date): boolean {
  return hasBegun(activity, at) || (activity.closesOn !== null && activity.closesOn < londonDate(at));
}
