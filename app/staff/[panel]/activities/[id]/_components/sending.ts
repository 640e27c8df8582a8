import { notFound } from "next/navigation";
import type { Granted } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import type { Purpose } from "@/lib/policy/document";
import { getActivity, type ActivityView } from "@/lib/queries/staff/get-activity";

export type Sending = {
  readonly granted: Granted;
  readonly activity: ActivityView;
  readonly purpose: Purpose;
  /** Whether it still takes answers. */
  readonly open: boolean;
};

/** The activity that mail is to be sent about, for someone who may; "not found" for anything else. */
export async function findSending(granted: Granted, id: string): Promise<Sending> {
  const activity = await getActivity(granted, id);
  if (activity === null || activity.state === "draft") notFound();
  const purpose = granted.panel.document.purposes.find(({ key }) => key === activity.purposeKey);
  if (purpose === undefined) notFound();
  const at = now();
  const over =
    (activity.session !== null && activity.session.startsAt <= at) ||
    (activity.closesOn !== null && activity.closesOn < londonDate(at));
  return { granted, activity, purpose, open: activity.state === "open" && !over };
}

/** Where staff look after the activity. */
export function homeOf({ granted, activity }: Sending): string {
  return `/staff/${granted.panel.slug}/${activity.kind === "survey" ? "surveys" : "activities"}/${activity.id}`;
}
