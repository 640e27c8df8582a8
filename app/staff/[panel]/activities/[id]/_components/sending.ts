import { notFound } from "next/navigation";
import type { Granted } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import type { Purpose } from "@/lib/policy/document";
import { getActivity, type ActivityView } from "@/lib/queries/staff/get-activity";
import { isOver } from "../../../../_components/activity-times";
import { staffPath } from "../../../../_components/paths";

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
  return { granted, activity, purpose, open: activity.state === "open" && !isOver(activity, now()) };
}

/** Where staff look after an activity. */
export function homeOf(slug: string, { kind, id }: ActivityView, query: Record<string, string> = {}): string {
  return staffPath(slug, `${kind === "survey" ? "surveys" : "activities"}/${id}`, query);
}
