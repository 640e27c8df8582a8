import { getTranslations } from "next-intl/server";
import { Button } from "@/components/content/button";
import { NotificationBanner } from "@/components/content/notice";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { questionsAbout } from "@/lib/policy/content-review";
import { countAudience } from "@/lib/queries/mailing/count-audience";
import { audienceQuerySchema } from "@/lib/schemas/audience";
import { staffTitle } from "../../../../_components/page-metadata";
import { staffPath } from "../../../../_components/paths";
import { StaffFrame } from "../../../../_components/staff-frame";
import { AudienceBooks } from "../_components/audience-books";
import { AudienceChoice, audienceForm } from "../_components/audience-choice";
import { audienceOf, findSending, homeOf, kindOf } from "../_components/sending";

export const generateMetadata = staffTitle("audience.title");

export default async function AudiencePage(props: PageProps<"/staff/[panel]/activities/[id]/audience">) {
  const { panel: slug, id } = await props.params;
  const sending = await findSending(await requireActor("mailing.send", slug), id);
  const { granted, activity, open, purpose } = sending;
  const t = await getTranslations("staff.audience");
  const audience = audienceQuerySchema.parse(await props.searchParams);
  const count = await countAudience(audienceOf(sending, audience));
  const { invited } = activity;
  const already = invited > 0 ? t("already", { count: invited }) : null;
  // What it is about is asked on the next page, and the answer may let more people be asked.
  const mayBeWidened = questionsAbout(kindOf(sending, audience), purpose).includes("about");
  return (
    <StaffFrame granted={granted} before={<BackLink href={homeOf(slug, activity)} label={activity.title} />}>
      <PageTitle caption={activity.title} lead={t("lead")}>
        {t("title")}
      </PageTitle>
      {open ? null : <NotificationBanner tone="warning" title={t("over")} />}
      <AudienceChoice slug={slug} activityId={id} panel={granted.panel} audience={audience} />
      <AudienceBooks slug={slug} activity={activity} audience={audience} count={count} lead={already} />
      {open && (count.willBeInvited > 0 || mayBeWidened) ? (
        <div>
          <Button form={audienceForm} formAction={staffPath(slug, `activities/${id}/preview`)}>
            {t("next")}
          </Button>
        </div>
      ) : null}
    </StaffFrame>
  );
}
