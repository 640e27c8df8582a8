import { getTranslations } from "next-intl/server";
import { Details } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { dpoPath } from "../../../_components/paths";
import { FileInput } from "@/components/form/file-input";
import { SuppressionsForm, suppressionsTitle } from "../_components/suppressions-frame";
import { checkSuppressionList } from "../actions";

export const generateMetadata = suppressionsTitle("list.title");

export default async function AddList({ params }: PageProps<"/dpo/[panel]/suppressions/list">) {
  const { panel: slug } = await params;
  const granted = await requireActor("suppression.add", slug);
  const t = await getTranslations("suppressions");
  const file = <FileInput name="file" label={t("list.file")} hint={t("list.fileHint")} accept=".csv,.txt" />;
  return (
    <SuppressionsForm granted={granted}>
      <PageTitle lead={t("list.lead")}>{t("list.title")}</PageTitle>
      <Details summary={t("list.columns")} open>
        <p>{t("list.columnsBody")}</p>
        <pre className="whitespace-pre-wrap break-all text-small">
          {t("list.example")}
          {"\n"}
          {t("list.exampleLine")}
        </pre>
      </Details>
      <Form
        action={checkSuppressionList}
        hidden={{ panel: slug }}
        fields={[
          { kind: "content", id: "file", content: file },
          { kind: "textarea", name: "list", label: t("list.text"), hint: t("list.textHint"), rows: 8 },
        ]}
        submit={t("list.submit")}
        secondary={[{ label: t("check.cancel"), href: dpoPath(slug, "suppressions") }]}
      />
    </SuppressionsForm>
  );
}
