import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { ActivityView } from "@/lib/queries/staff/get-activity";

/** Out of so many who are asked, about one comes: more would find it full, and that is a poor thank-you. */
const askedForEachPlace = 10;

/** Says when there are far fewer places left than people who would be asked. */
export async function PlacesNote({ activity, asked }: { activity: ActivityView; asked: number }) {
  const t = await getTranslations("staff.audience");
  if (activity.session === null || asked === 0) return null;
  const left = Math.max(0, activity.session.capacity - activity.accepted);
  if (asked <= left * askedForEachPlace) return null;
  return (
    <NotificationBanner tone="warning" title={t("places", { left, asked })}>
      <p>{t(left === 0 ? "placesFull" : "placesHint")}</p>
    </NotificationBanner>
  );
}
