import { getTranslations } from "next-intl/server";
import { SummaryList, type SummaryRow } from "@/components/content/summary-list";
import { Tag } from "@/components/content/tag";
import type { ActivityView, SessionView } from "@/lib/queries/staff/get-activity";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { moments } from "../../../../_components/moments";
import { ActivityCare } from "./activity-care";

async function sessionRows(session: SessionView): Promise<SummaryRow[]> {
  const t = await getTranslations("staff.activity");
  const when = await moments();
  const date = when.weekday(session.startsAt);
  const times = t("fromTo", { start: when.time(session.startsAt), end: when.time(session.endsAt) });
  const rows: (SummaryRow | null)[] = [
    { key: "when", label: t("when"), value: `${date}, ${times}` },
    session.place === null ? null : { key: "place", label: t("place"), value: session.place },
    session.joinLink === null ? null : { key: "joinLink", label: t("joinLink"), value: session.joinLink },
    { key: "capacity", label: t("capacity"), value: t("places", { count: session.capacity }) },
    { key: "asked", label: t("adjustmentsAsked"), value: session.adjustmentsAsked },
  ];
  return rows.filter((row) => row !== null);
}

/** What members are asked to, when and where, and for which purpose; and how it is changed. */
export async function ActivityDetails({ viewer, activity }: { viewer: Viewer; activity: ActivityView }) {
  const { panel } = viewer;
  const t = await getTranslations("staff");
  const when = await moments();
  const purpose = panel.document.purposes.find(({ key }) => key === activity.purposeKey);
  const rows: (SummaryRow | null)[] = [
    { key: "state", label: t("activity.state"), value: <Tag>{t(`activities.state.${activity.state}`)}</Tag> },
    {
      key: "summary",
      label: t("activity.summary"),
      value: <p className="whitespace-pre-line">{activity.summary}</p>,
    },
    ...(activity.session === null ? [] : await sessionRows(activity.session)),
    activity.closesOn === null
      ? null
      : { key: "closes", label: t("activity.closesOn"), value: when.civil(activity.closesOn) },
    purpose === undefined
      ? null
      : {
          key: "purpose",
          label: t("activity.purpose"),
          value: `${purpose.name} (${t(`basis.${purpose.lawfulBasis}`)})`,
        },
    { key: "organiser", label: t("activity.organiser"), value: activity.createdByName },
  ];
  return (
    <div className="grid gap-3">
      <SummaryList rows={rows.filter((row) => row !== null)} />
      <ActivityCare viewer={viewer} activity={activity} />
    </div>
  );
}
