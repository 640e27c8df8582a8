import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { dpoPath } from "../../../_components/paths";
import { suppressionFields } from "../_components/suppression-fields";
import { SuppressionsForm, suppressionsTitle } from "../_components/suppressions-frame";
import { checkSuppression } from "../actions";

export const generateMetadata = suppressionsTitle("one.title");

export default async function AddSuppression({ params }: PageProps<"/dpo/[panel]/suppressions/add">) {
  const { panel: slug } = await params;
  const granted = await requireActor("suppression.add", slug);
  const t = await getTranslations("suppressions");
  return (
    <SuppressionsForm granted={granted}>
      <PageTitle lead={t("one.lead")}>{t("one.title")}</PageTitle>
      <Form
        action={checkSuppression}
        hidden={{ panel: slug }}
        fields={await suppressionFields(granted.panel)}
        submit={t("one.submit")}
        secondary={[{ label: t("check.cancel"), href: dpoPath(slug, "suppressions") }]}
      />
    </SuppressionsForm>
  );
}
