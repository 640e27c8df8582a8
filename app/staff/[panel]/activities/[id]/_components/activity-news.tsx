import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { now } from "@/lib/clock";
import { may } from "@/lib/policy/permission";
import type { ActivityView } from "@/lib/queries/staff/get-activity";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { isOver } from "../../../../_components/activity-times";
import { moments } from "../../../../_components/moments";
import { staffPath } from "../../../../_components/paths";
import { reopen } from "../close/actions";

type Props = { viewer: Viewer; activity: ActivityView; saved: boolean };

async function Untold({ viewer: { actor, panel }, activity }: Omit<Props, "saved">) {
  const t = await getTranslations("staff.activity.news");
  return (
    <NotificationBanner tone="warning" title={t("untold", { count: activity.untold })}>
      {may(actor, "mailing.send", panel.id) ? (
        <p>
          <a href={staffPath(panel.slug, `activities/${activity.id}/tell`)}>{t("tell")}</a>
        </p>
      ) : null}
    </NotificationBanner>
  );
}

async function Closed({ viewer: { actor, panel }, activity }: Omit<Props, "saved">) {
  const t = await getTranslations("staff.activity.news");
  const when = await moments();
  const day = activity.closedAt === null ? "" : when.day(activity.closedAt);
  const { id, revision, kind } = activity;
  return (
    <NotificationBanner title={t("closed", { day })}>
      <p>{t(kind === "survey" ? "closedSurvey" : "closedMeeting")}</p>
      {may(actor, "activity.change", panel.id) ? (
        <Form
          id="reopen"
          action={reopen}
          hidden={{ panel: panel.slug, activity: id, revision: String(revision) }}
          fields={[]}
          submit={t("reopen")}
          tone="secondary"
        />
      ) : null}
    </NotificationBanner>
  );
}

/** What has to be known first: that it is off or closed, or that people have yet to be told of a change. */
export async function ActivityNews({ viewer, activity, saved }: Props) {
  const t = await getTranslations("staff.activity.news");
  const when = await moments();
  const { state, cancelReason, closedAt } = activity;
  const day = closedAt === null ? "" : when.day(closedAt);
  return (
    <>
      {saved ? <NotificationBanner tone="success" title={t("saved")} announce /> : null}
      {state === "cancelled" ? (
        <NotificationBanner tone="danger" title={t("cancelled", { day })}>
          {cancelReason === null ? null : <p className="whitespace-pre-line">{cancelReason}</p>}
        </NotificationBanner>
      ) : null}
      {state === "closed" && !isOver(activity, now()) ? <Closed viewer={viewer} activity={activity} /> : null}
      {activity.untold > 0 ? <Untold viewer={viewer} activity={activity} /> : null}
    </>
  );
}
