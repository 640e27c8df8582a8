import { getTranslations } from "next-intl/server";
import { now } from "@/lib/clock";
import { may } from "@/lib/policy/permission";
import type { ActivityView } from "@/lib/queries/staff/get-activity";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { isOver } from "../../../../_components/activity-times";
import { staffPath } from "../../../../_components/paths";

type Props = { viewer: Viewer; activity: ActivityView };

/** What is done seldom: change the details, close early, call it off. */
export async function ActivityCare({ viewer: { actor, panel }, activity }: Props) {
  const t = await getTranslations("staff.activity.care");
  const { state, kind, id } = activity;
  const over = isOver(activity, now());
  // A survey's last day may be put off when it is over; a focus group that has begun stays as it was.
  const changes = state !== "cancelled" && (!over || kind === "survey");
  const ends = !over && (state === "open" || state === "closed");
  const links = [
    ...(changes ? (["edit"] as const) : []),
    ...(ends && state === "open" ? (["close"] as const) : []),
    ...(ends ? (["cancel"] as const) : []),
  ];
  if (links.length === 0 || !may(actor, "activity.change", panel.id)) return null;
  return (
    <nav aria-label={t("title")}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {links.map((link) => (
          <li key={link}>
            <a
              href={staffPath(panel.slug, `activities/${id}/${link}`)}
              className="inline-flex min-h-11 items-center sm:min-h-9"
            >
              {t(link)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
