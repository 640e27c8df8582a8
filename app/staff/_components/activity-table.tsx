import { getTranslations } from "next-intl/server";
import { DataTable, type Row } from "@/components/content/data-table";
import { Tag, type TagTone } from "@/components/content/tag";
import type { ActivityRow } from "@/lib/queries/staff/activity-row";
import { moments } from "./moments";
import { staffPath } from "./paths";

type Props = { slug: string; rows: readonly ActivityRow[]; caption: string; empty: string };

const tones: Record<ActivityRow["state"], TagTone> = {
  draft: "warning",
  open: "success",
  closed: "neutral",
  cancelled: "danger",
};

/** Where an activity is looked after: a survey's draft at its questions. */
function activityHref(slug: string, activity: ActivityRow): string {
  if (activity.kind !== "survey") return staffPath(slug, `activities/${activity.id}`);
  return staffPath(
    slug,
    activity.state === "draft" ? `surveys/${activity.id}/questions` : `surveys/${activity.id}`,
  );
}

/** Activities with when they are, who was asked, and how many answered. */
export async function ActivityTable({ slug, rows, caption, empty }: Props) {
  const t = await getTranslations("staff.activities");
  const kinds = await getTranslations("policy.activityKind");
  const when = await moments();
  if (rows.length === 0) return <p className="text-muted">{empty}</p>;
  const cellsOf = (activity: ActivityRow): Row["cells"] => ({
    title: <a href={activityHref(slug, activity)}>{activity.title}</a>,
    kind: kinds(activity.kind),
    state: <Tag tone={tones[activity.state]}>{t(`state.${activity.state}`)}</Tag>,
    when:
      activity.startsAt !== null
        ? when.moment(activity.startsAt)
        : activity.closesOn !== null
          ? t("until", { day: when.civil(activity.closesOn) })
          : t("noDay"),
    invited: activity.invited.toLocaleString("en-GB"),
    answers: answersOf(activity),
  });
  const answersOf = (activity: ActivityRow): string => {
    if (activity.kind === "survey") return t("responses", { count: activity.responses });
    if (activity.capacity === null) return t("accepted", { count: activity.accepted });
    return t("acceptedOf", { count: activity.accepted, capacity: activity.capacity });
  };
  const columns = [
    ...(["title", "kind", "state", "when"] as const).map((key) => ({ key, label: t(`column.${key}`) })),
    { key: "invited", label: t("column.invited"), numeric: true },
    { key: "answers", label: t("column.answers"), numeric: true },
  ];
  const tableRows = rows.map((activity) => ({ key: activity.id, cells: cellsOf(activity) }));
  return <DataTable caption={caption} hideCaption columns={columns} rows={tableRows} />;
}
