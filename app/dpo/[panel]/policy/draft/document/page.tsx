import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { writtenPolicy } from "@/lib/schemas/policy-lines";
import { dpoPath } from "../../../../_components/paths";
import { FileInput } from "@/components/form/file-input";
import { openDraft } from "../../_components/open-draft";
import { PolicyFrame } from "../../_components/policy-frame";
import { policyTitle } from "../../_components/title";
import { replacePolicyDocument } from "./actions";

export const generateMetadata = policyTitle("document.title");

export default async function AsDocument({ params }: PageProps<"/dpo/[panel]/policy/draft/document">) {
  const { panel: slug } = await params;
  await requireActor("policy.edit", slug);
  const { granted, draft } = await openDraft(slug);
  const t = await getTranslations("policyRegister.document");
  const back = dpoPath(slug, "policy/draft");
  const file = <FileInput name="file" label={t("file")} hint={t("fileHint")} accept=".json,.yaml,.yml" />;
  return (
    <PolicyFrame granted={granted} current="draft" before={<BackLink href={back} />}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <Form
        action={replacePolicyDocument}
        hidden={{ panel: slug, revision: String(draft.revision) }}
        fields={[
          { kind: "textarea", name: "document", label: t("text"), hint: t("textHint"), rows: 24 },
          { kind: "content", id: "file", content: file },
        ]}
        initial={{ document: writtenPolicy(draft.document) }}
        submit={t("submit")}
      />
    </PolicyFrame>
  );
}
