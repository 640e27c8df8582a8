import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { writePhoneNumber } from "@/lib/schemas/phone-number";
import { saveDetails } from "../actions";
import { detailsFields } from "../_components/details-fields";
import { joinMetadata } from "../_components/join-metadata";
import { JoinStepPage } from "../_components/join-step";
import { openDraft, type StepParams } from "../_components/open-draft";

export const generateMetadata = joinMetadata("details");

export default async function JoinDetailsPage(props: StepParams) {
  const { panel, answers, change } = await openDraft(props);
  const t = await getTranslations("join");
  const { details } = answers;
  const phone = details === undefined || details.phone === "" ? "" : writePhoneNumber(details.phone);
  return (
    <JoinStepPage panel={panel} step="details" change={change}>
      <PageTitle lead={t("details.lead")}>{t("details.heading")}</PageTitle>
      <Form
        action={saveDetails}
        submit={t("continue")}
        hidden={{ panel: panel.slug, ...(change ? { change: "1" } : {}) }}
        initial={details === undefined ? {} : { ...details, phone }}
        fields={await detailsFields(panel.document)}
      />
    </JoinStepPage>
  );
}
