import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { purposesServing } from "@/lib/policy/activity-purposes";
import { staffTitle } from "../../../_components/page-metadata";
import { staffPath } from "../../../_components/paths";
import { purposeField } from "../../../_components/purpose-field";
import { StaffFrame } from "../../../_components/staff-frame";
import { focusGroupFields } from "../_components/focus-group-fields";
import { createFocusGroup } from "./actions";

export const generateMetadata = staffTitle("newActivity.title");

export default async function NewActivity({ params }: PageProps<"/staff/[panel]/activities/new">) {
  const { panel: slug } = await params;
  const granted = await requireActor("activity.create", slug);
  const t = await getTranslations("staff.newActivity");
  const purposes = purposesServing(granted.panel.document, "focusGroup");
  const [only] = purposes.length === 1 ? purposes : [];
  return (
    <StaffFrame
      granted={granted}
      width="reading"
      before={<BackLink href={staffPath(slug, "activities")} label={t("back")} />}
    >
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      {purposes.length === 0 ? (
        <NotificationBanner tone="warning" title={t("noPurpose")}>
          <p>{t("noPurposeHint")}</p>
        </NotificationBanner>
      ) : (
        <Form
          action={createFocusGroup}
          submit={t("submit")}
          hidden={{ panel: slug }}
          initial={{
            adjustmentsAsked: t("adjustmentsDefault"),
            ...(only === undefined ? {} : { purposeKey: only.key }),
          }}
          fields={await focusGroupFields([await purposeField(purposes)])}
        />
      )}
    </StaffFrame>
  );
}
