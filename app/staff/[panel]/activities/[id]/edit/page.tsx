import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { NotificationBanner } from "@/components/content/notice";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { getActivity } from "@/lib/queries/staff/get-activity";
import { hasBegun } from "../../../../_components/activity-times";
import { staffTitle } from "../../../../_components/page-metadata";
import { StaffFrame } from "../../../../_components/staff-frame";
import { EditForm } from "../_components/edit-form";
import { homeOf } from "../_components/sending";

export const generateMetadata = staffTitle("edit.title");

export default async function EditActivity({ params }: PageProps<"/staff/[panel]/activities/[id]/edit">) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("activity.change", slug);
  const activity = await getActivity(granted, id);
  if (activity === null) notFound();
  const t = await getTranslations("staff.edit");
  const fixed = activity.state === "cancelled" ? "cancelled" : hasBegun(activity, now()) ? "begun" : null;
  return (
    <StaffFrame
      granted={granted}
      width="reading"
      before={<BackLink href={homeOf(slug, activity)} label={activity.title} />}
    >
      <PageTitle caption={activity.title} lead={fixed === null ? t("lead") : null}>
        {t("title")}
      </PageTitle>
      {fixed === null ? (
        <EditForm slug={slug} activity={activity} />
      ) : (
        <NotificationBanner tone="warning" title={t(fixed)} />
      )}
    </StaffFrame>
  );
}
