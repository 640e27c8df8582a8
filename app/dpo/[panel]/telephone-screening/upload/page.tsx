import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { dpoPath } from "../../../_components/paths";
import { FileInput } from "@/components/form/file-input";
import { ScreeningForm, screeningTitle } from "../_components/screening-frame";
import { checkScreening } from "../actions";

export const generateMetadata = screeningTitle("uploadForm.title");

export default async function Upload({ params }: PageProps<"/dpo/[panel]/telephone-screening/upload">) {
  const { panel: slug } = await params;
  const granted = await requireActor("screening.upload", slug);
  const t = await getTranslations("screening.uploadForm");
  const file = <FileInput name="file" label={t("file")} hint={t("fileHint")} accept=".csv,.txt" />;
  const fields: FieldSpec[] = [
    { kind: "date", name: "screenedOn", label: t("screenedOn"), hint: t("screenedOnHint") },
    {
      kind: "radios",
      name: "holds",
      label: t("holds"),
      options: [
        { value: "results", label: t("results"), hint: t("resultsHint") },
        { value: "listed", label: t("listedOnly"), hint: t("listedOnlyHint") },
      ],
    },
    { kind: "content", id: "file", content: file },
    { kind: "textarea", name: "list", label: t("text"), hint: t("textHint"), rows: 8 },
  ];
  const cancel = await getTranslations("screening.check");
  return (
    <ScreeningForm granted={granted}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <Form
        action={checkScreening}
        hidden={{ panel: slug }}
        fields={fields}
        submit={t("submit")}
        secondary={[{ label: cancel("cancel"), href: dpoPath(slug, "telephone-screening") }]}
      />
    </ScreeningForm>
  );
}
