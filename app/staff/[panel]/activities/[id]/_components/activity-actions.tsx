import { getTranslations } from "next-intl/server";
import { ButtonLink, type ButtonTone } from "@/components/content/button";
import { now } from "@/lib/clock";
import { may } from "@/lib/policy/permission";
import type { ActivityView } from "@/lib/queries/staff/get-activity";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { hasBegun, isOver } from "../../../../_components/activity-times";
import { reminderOf } from "./reminder-of";
import { staffPath } from "../../../../_components/paths";

type Step = { key: "invite" | "remind" | "attendance"; path: string };

/** What can be done now, the likeliest first: invite while answers are taken, mark attendance once it has begun. */
function stepsFor({ actor, panel }: Viewer, activity: ActivityView, at: Date): Step[] {
  if (activity.state !== "open" && activity.state !== "closed") return [];
  const begun = hasBegun(activity, at);
  const asks = activity.state === "open" && !isOver(activity, at);
  const send = may(actor, "mailing.send", panel.id);
  const unanswered =
    activity.invited - activity.accepted - activity.declined - activity.notThis - activity.responded;
  return [
    begun && may(actor, "attendance.mark", panel.id)
      ? { key: "attendance" as const, path: "attendance" }
      : null,
    asks && send && unanswered > 0 && reminderOf(activity, at).kind === "now"
      ? { key: "remind" as const, path: "reminder" }
      : null,
    asks && send ? { key: "invite" as const, path: "audience" } : null,
  ].filter((step) => step !== null);
}

export async function ActivityActions({ viewer, activity }: { viewer: Viewer; activity: ActivityView }) {
  const t = await getTranslations("staff.activity.do");
  const steps = stepsFor(viewer, activity, now());
  const toneOf = (index: number): ButtonTone => (index === 0 ? "primary" : "secondary");
  return (
    <div className="flex flex-wrap gap-3">
      {steps.map(({ key, path }, index) => (
        <ButtonLink
          key={key}
          href={staffPath(viewer.panel.slug, `activities/${activity.id}/${path}`)}
          tone={toneOf(index)}
        >
          {t(key)}
        </ButtonLink>
      ))}
    </div>
  );
}
