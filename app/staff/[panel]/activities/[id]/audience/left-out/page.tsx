import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { listLeftOut } from "@/lib/queries/mailing/list-left-out";
import { audienceQuery } from "@/lib/schemas/audience";
import { LeftOutTable } from "../../../../../_components/left-out-table";
import { staffTitle } from "../../../../../_components/page-metadata";
import { first, gateCodeIn, staffPath } from "../../../../../_components/paths";
import { StaffFrame } from "../../../../../_components/staff-frame";
import { chosenAudience } from "../../_components/asked-audience";
import { findSending } from "../../_components/sending";

export const generateMetadata = staffTitle("leftOut.title");

export default async function LeftOut(props: PageProps<"/staff/[panel]/activities/[id]/audience/left-out">) {
  const { panel: slug, id } = await props.params;
  const { granted, activity, purpose } = await findSending(await requireActor("mailing.send", slug), id);
  const query = await props.searchParams;
  const code = gateCodeIn(query);
  if (code === undefined) notFound();
  const t = await getTranslations("staff.leftOut");
  const reasons = await getTranslations("policy.reason");
  const audience = await chosenAudience(slug, id, query);
  const of = { activityId: id, purposeKey: purpose.key, channel: "email" as const, audience };
  const page = await listLeftOut(granted, { ...of, code, after: first(query["after"]) });
  const path = (part: string, more = {}) =>
    staffPath(slug, `activities/${id}/${part}`, { ...audienceQuery(audience), ...more });
  const back = path(audience.who === "unanswered" ? "reminder" : "audience");
  const more = page.next === null ? undefined : path("audience/left-out", { reason: code, after: page.next });
  return (
    <StaffFrame granted={granted} width="page" before={<BackLink href={back} label={t("back")} />}>
      <PageTitle caption={activity.title} lead={reasons(code)}>
        {t("title")}
      </PageTitle>
      <LeftOutTable slug={slug} page={page} more={more} about={of} />
    </StaffFrame>
  );
}
