import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { InsetText, NotificationBanner } from "@/components/content/notice";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { getActivity } from "@/lib/queries/staff/get-activity";
import { listAttendance } from "@/lib/queries/staff/list-attendance";
import { staffTitle } from "../../../../_components/page-metadata";
import { first, staffPath } from "../../../../_components/paths";
import { StaffFrame } from "../../../../_components/staff-frame";
import { AttendanceGround } from "../_components/attendance-ground";
import { AttendanceForm } from "../_components/attendance-form";

export const generateMetadata = staffTitle("attendance.title");

export default async function AttendancePage(props: PageProps<"/staff/[panel]/activities/[id]/attendance">) {
  const { panel: slug, id } = await props.params;
  const granted = await requireActor("attendance.mark", slug);
  const activity = await getActivity(granted, id);
  if (activity === null || activity.session === null) notFound();
  const t = await getTranslations("staff.attendance");
  const people = await listAttendance(granted, activity.session.id);
  const marked = Number(first((await props.searchParams)["marked"]));
  const begun = activity.session.startsAt <= now();
  return (
    <StaffFrame
      granted={granted}
      width="reading"
      before={<BackLink href={staffPath(slug, `activities/${id}`)} label={activity.title} />}
    >
      {Number.isInteger(marked) ? (
        <NotificationBanner tone="success" title={t("saved", { count: marked })} announce />
      ) : null}
      <PageTitle caption={activity.title} lead={t("lead")}>
        {t("title")}
      </PageTitle>
      {begun ? (
        <>
          <AttendanceGround panel={granted.panel} activity={activity} people={people} />
          <AttendanceForm slug={slug} sessionId={activity.session.id} people={people} />
        </>
      ) : (
        <InsetText>{t("notYet")}</InsetText>
      )}
    </StaffFrame>
  );
}
