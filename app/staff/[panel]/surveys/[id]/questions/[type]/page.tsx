import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Form } from "@/components/form/form";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { getActivity } from "@/lib/queries/staff/get-activity";
import { questionTypes } from "@/lib/schemas/survey-definition";
import { staffTitle } from "../../../../../_components/page-metadata";
import { staffPath } from "../../../../../_components/paths";
import { StaffFrame } from "../../../../../_components/staff-frame";
import { questionFields } from "../../_components/question-fields";
import { addSurveyQuestion } from "../actions";

export const generateMetadata = staffTitle("questions.addTitle");

export default async function AddQuestion({
  params,
}: PageProps<"/staff/[panel]/surveys/[id]/questions/[type]">) {
  const { panel: slug, id, type: asked } = await params;
  const granted = await requireActor("activity.create", slug);
  const type = questionTypes.find((one) => one === asked);
  const survey = await getActivity(granted, id);
  if (type === undefined || survey === null || survey.state !== "draft") notFound();
  const t = await getTranslations("staff.questions");
  const back = staffPath(slug, `surveys/${id}/questions`);
  return (
    <StaffFrame granted={granted} width="reading" before={<BackLink href={back} label={survey.title} />}>
      <PageTitle caption={survey.title} lead={t(`explain.${type}`)}>
        {t(`type.${type}`)}
      </PageTitle>
      <Form
        action={addSurveyQuestion}
        hidden={{ panel: slug, activity: id, type }}
        fields={await questionFields(type)}
        submit={t("addThis")}
        secondary={[{ label: t("cancel"), href: back }]}
      />
    </StaffFrame>
  );
}
