import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { mailWordsSchema, reviewQuerySchema } from "@/lib/schemas/audience-mailing";
import { staffTitle } from "../../../../_components/page-metadata";
import { first } from "../../../../_components/paths";
import { StaffFrame } from "../../../../_components/staff-frame";
import { GuestBooks } from "../_components/guest-books";
import { MailCheck } from "../_components/mail-check";
import { findSending, homeOf } from "../_components/sending";

export const generateMetadata = staffTitle("tell.title");

const guests = { who: "accepted" } as const;

export default async function Tell({
  params,
  searchParams,
}: PageProps<"/staff/[panel]/activities/[id]/tell">) {
  const { panel: slug, id } = await params;
  const sending = await findSending(await requireActor("mailing.send", slug), id);
  const { granted, activity } = sending;
  const t = await getTranslations("staff.tell");
  const query = await searchParams;
  const review = reviewQuerySchema.parse(query);
  const back = <BackLink href={homeOf(slug, activity)} label={activity.title} />;
  return (
    <StaffFrame granted={granted} width="page" before={back}>
      {first(query["saved"]) === undefined ? null : (
        <NotificationBanner tone="success" title={t("saved")} announce />
      )}
      <PageTitle caption={activity.title} lead={t("lead")}>
        {t("title")}
      </PageTitle>
      {activity.untold === 0 ? (
        <NotificationBanner title={t("nobody")} />
      ) : (
        <>
          <GuestBooks sending={sending} guests={guests} review={review} />
          <MailCheck
            sending={sending}
            audience={guests}
            typed={mailWordsSchema.parse(query)}
            review={review}
            page="tell"
          />
        </>
      )}
    </StaffFrame>
  );
}
