import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { markFaulty } from "@/lib/actions/faulty-request";
import { requireActor } from "@/lib/auth/require-actor";
import { staffTitle } from "../../../../_components/page-metadata";
import { StaffFrame } from "../../../../_components/staff-frame";
import { askedAudience } from "../_components/asked-audience";
import { AudienceChoice } from "../_components/audience-choice";
import { AudienceCounted } from "../_components/audience-counted";
import { findSending, homeOf } from "../_components/sending";

type Props = PageProps<"/staff/[panel]/activities/[id]/audience">;

const title = staffTitle("audience.title");

export async function generateMetadata(props: Props) {
  if ((await askedAudience(await props.searchParams)).wrong !== null) await markFaulty();
  return title(props);
}

/** Whom to ask, and how many that would be. It stands in the address, so nothing is counted that the address does not say. */
export default async function AudiencePage(props: Props) {
  const { panel: slug, id } = await props.params;
  const sending = await findSending(await requireActor("mailing.send", slug), id);
  const { granted, activity, open } = sending;
  const t = await getTranslations("staff.audience");
  const query = await props.searchParams;
  const { audience, wrong } = await askedAudience(query);
  return (
    <StaffFrame granted={granted} before={<BackLink href={homeOf(slug, activity)} label={activity.title} />}>
      <PageTitle caption={activity.title} lead={t("lead")}>
        {t("title")}
      </PageTitle>
      {open ? null : <NotificationBanner tone="warning" title={t("over")} />}
      <AudienceChoice slug={slug} activityId={id} panel={granted.panel} query={query} wrong={wrong} />
      {audience === null ? null : <AudienceCounted sending={sending} audience={audience} />}
    </StaffFrame>
  );
}
