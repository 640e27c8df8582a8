import { notFound } from "next/navigation";
import type { Granted } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import type { ContentReview } from "@/lib/policy/content-review";
import type { Purpose } from "@/lib/policy/document";
import type { MessageKind } from "@/lib/policy/vocabulary";
import type { AudienceToCount } from "@/lib/queries/mailing/count-audience";
import { countGuests, type GuestCount } from "@/lib/queries/staff/count-guests";
import { getActivity, type ActivityView } from "@/lib/queries/staff/get-activity";
import { isGuests, type Audience, type Guests, type MailingAudience } from "@/lib/schemas/audience";
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

/** The question how many of an audience would be asked by mail. */
export function audienceOf({ granted, activity, purpose }: Sending, audience: Audience): AudienceToCount {
  const { panel } = granted;
  return { panel, activityId: activity.id, purposeKey: purpose.key, channel: "email", audience };
}

/** How many of those who were invited a notice would reach, given what was answered about its words. */
export function countTold(
  { granted, activity, purpose }: Sending,
  guests: Guests,
  review: ContentReview,
): Promise<GuestCount> {
  return countGuests(granted, { activityId: activity.id, purposeKey: purpose.key, guests, review });
}

/** What a mail to this audience is called: news of what people take part in, or what the purpose sends. */
export function kindOf({ purpose }: Sending, audience: MailingAudience): MessageKind {
  return isGuests(audience) ? "service" : (purpose.messageKind ?? "service");
}
