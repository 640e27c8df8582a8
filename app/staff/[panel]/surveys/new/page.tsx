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
import { surveyFields } from "../_components/survey-fields";
import { createSurvey } from "./actions";

export const generateMetadata = staffTitle("newSurvey.title");

export default async function NewSurvey({ params }: PageProps<"/staff/[panel]/surveys/new">) {
  const { panel: slug } = await params;
  const granted = await requireActor("activity.create", slug);
  const t = await getTranslations("staff.newSurvey");
  const purposes = purposesServing(granted.panel.document, "survey");
  const [only] = purposes.length === 1 ? purposes : [];
  return (
    <StaffFrame
      granted={granted}
      width="reading"
      before={<BackLink href={staffPath(slug, "surveys")} label={t("back")} />}
    >
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      {purposes.length === 0 ? (
        <NotificationBanner tone="warning" title={t("noPurpose")} />
      ) : (
        <Form
          action={createSurvey}
          submit={t("submit")}
          hidden={{ panel: slug }}
          initial={only === undefined ? {} : { purposeKey: only.key }}
          fields={await surveyFields([await purposeField(purposes)])}
        />
      )}
    </StaffFrame>
  );
}
