import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import type { Route } from "next";
import { Section } from "@/components/content/card";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { recordedAdjustments } from "@/lib/actions/recorded-adjustments";
import { requireActor } from "@/lib/auth/require-actor";
import { getActivity } from "@/lib/queries/staff/get-activity";
import { staffTitle } from "../../../_components/page-metadata";
import { first, placeIn, staffPath } from "../../../_components/paths";
import { StaffFrame } from "../../../_components/staff-frame";
import { ActivityActions } from "./_components/activity-actions";
import { ActivityDetails } from "./_components/activity-details";
import { ActivityNews } from "./_components/activity-news";
import { Adjustments } from "./_components/adjustments";
import { Answers } from "./_components/answers";

export const generateMetadata = staffTitle("activity.title");

export default async function Activity({
  params,
  searchParams,
}: PageProps<"/staff/[panel]/activities/[id]">) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("activity.view", slug);
  const activity = await getActivity(granted, id);
  if (activity === null) notFound();
  if (activity.kind === "survey") redirect(staffPath(slug, `surveys/${id}`) as Route);
  const t = await getTranslations("staff.activity");
  const query = await searchParams;
  const adjustments = await recordedAdjustments(granted, activity);
  return (
    <StaffFrame
      granted={granted}
      width="page"
      before={<BackLink href={staffPath(slug, "activities")} label={t("back")} />}
    >
      <PageTitle
        caption={(await getTranslations("policy.activityKind"))(activity.kind)}
        action={<ActivityActions viewer={granted} activity={activity} />}
      >
        {activity.title}
      </PageTitle>
      <ActivityNews viewer={granted} activity={activity} saved={first(query["saved"]) !== undefined} />
      <ActivityDetails viewer={granted} activity={activity} />
      <Section title={t("answers.title")}>
        <Answers
          viewer={granted}
          activity={activity}
          chosen={first(query["answer"])}
          after={placeIn(query, "after")}
        />
      </Section>
      <Section title={t("adjustments.title")} lead={t("adjustments.lead")}>
        <Adjustments slug={slug} adjustments={adjustments} organiser={activity.createdByName} />
      </Section>
    </StaffFrame>
  );
}
