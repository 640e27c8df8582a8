import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { countAudience } from "@/lib/queries/mailing/count-audience";
import { countGone } from "@/lib/queries/mailing/count-gone";
import type { Audience } from "@/lib/schemas/audience";
import { mailWordsSchema, reviewQuerySchema } from "@/lib/schemas/audience-mailing";
import { staffTitle } from "../../../../_components/page-metadata";
import { StaffFrame } from "../../../../_components/staff-frame";
import { AudienceBooks } from "../_components/audience-books";
import { MailCheck } from "../_components/mail-check";
import { ReminderLater } from "../_components/reminder-later";
import { reminderOf } from "../_components/reminder-of";
import { audienceOf, homeOf, findSending } from "../_components/sending";

export const generateMetadata = staffTitle("reminder.title");

const audience: Audience = { who: "unanswered" };

export default async function Reminder(props: PageProps<"/staff/[panel]/activities/[id]/reminder">) {
  const { panel: slug, id } = await props.params;
  const sending = await findSending(await requireActor("mailing.send", slug), id);
  const { granted, activity } = sending;
  const query = await props.searchParams;
  const t = await getTranslations("staff.reminder");
  const [count, gone] = await Promise.all([
    countAudience(audienceOf(sending, audience)),
    countGone(granted.panel, activity.id),
  ]);
  const silent = count.matched + gone;
  const standing = reminderOf(activity, now());
  return (
    <StaffFrame
      granted={granted}
      width="page"
      before={<BackLink href={homeOf(slug, activity)} label={activity.title} />}
    >
      <PageTitle caption={activity.title} lead={t("lead")}>
        {t("title")}
      </PageTitle>
      <AudienceBooks
        slug={slug}
        activity={activity}
        audience={audience}
        count={count}
        lead={gone === 0 ? null : t("gone", { silent, gone })}
      />
      {standing.kind === "now" ? (
        <MailCheck
          sending={sending}
          audience={audience}
          typed={mailWordsSchema.parse(query)}
          review={reviewQuerySchema.parse(query)}
          page="reminder"
        />
      ) : (
        <ReminderLater standing={standing} />
      )}
    </StaffFrame>
  );
}
