import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import type { Audience } from "@/lib/schemas/audience";
import { mailWordsSchema, reviewQuerySchema } from "@/lib/schemas/audience-mailing";
import { staffTitle } from "../../../../_components/page-metadata";
import { StaffFrame } from "../../../../_components/staff-frame";
import { MailCheck } from "../_components/mail-check";
import { ReminderBooks } from "../_components/reminder-books";
import { ReminderLater } from "../_components/reminder-later";
import { reminderOf } from "../_components/reminder-of";
import { homeOf, findSending } from "../_components/sending";

export const generateMetadata = staffTitle("reminder.title");

const audience: Audience = { who: "unanswered" };

export default async function Reminder(props: PageProps<"/staff/[panel]/activities/[id]/reminder">) {
  const { panel: slug, id } = await props.params;
  const sending = await findSending(await requireActor("mailing.send", slug), id);
  const { granted, activity } = sending;
  const query = await props.searchParams;
  const t = await getTranslations("staff.reminder");
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
      <ReminderBooks sending={sending} audience={audience} />
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
