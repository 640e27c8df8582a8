import { redirect } from "next/navigation";
import type { Route } from "next";
import type { Granted } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { isOver } from "../../../../_components/activity-times";
import { findSending, homeOf, type Sending } from "./sending";

/** The activity that is to be called off; back to its page when that cannot be done any more. */
export async function findCancelling(granted: Granted, id: string): Promise<Sending> {
  const sending = await findSending(granted, id);
  const { activity } = sending;
  if (activity.state === "cancelled" || isOver(activity, now())) {
    redirect(homeOf(granted.panel.slug, activity) as Route);
  }
  return sending;
}
