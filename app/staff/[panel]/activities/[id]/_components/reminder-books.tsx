import { getTranslations } from "next-intl/server";
import { countAudience } from "@/lib/queries/mailing/count-audience";
import { countGone } from "@/lib/queries/mailing/count-gone";
import type { Audience } from "@/lib/schemas/audience";
import { AudienceBooks } from "./audience-books";
import { audienceOf, type Sending } from "./sending";

/** Who did not answer = who will be reminded + who is left out by reason + who left the panel since. */
export async function ReminderBooks({ sending, audience }: { sending: Sending; audience: Audience }) {
  const { granted, activity } = sending;
  const t = await getTranslations("staff.reminder");
  const [count, gone] = await Promise.all([
    countAudience(audienceOf(sending, audience)),
    countGone(granted.panel, activity.id),
  ]);
  const lead = gone === 0 ? null : t("gone", { silent: count.matched + gone, gone });
  const slug = granted.panel.slug;
  return <AudienceBooks slug={slug} activity={activity} audience={audience} count={count} lead={lead} />;
}
