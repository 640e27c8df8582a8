import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { dpoPath } from "../../../../_components/paths";
import { openDraft } from "../../_components/open-draft";
import { PolicyFrame } from "../../_components/policy-frame";
import { policyTitle } from "../../_components/title";
import { discardPolicyDraft } from "../actions";

export const generateMetadata = policyTitle("draft.discard");

export default async function Discard({ params }: PageProps<"/dpo/[panel]/policy/draft/discard">) {
  const { panel: slug } = await params;
  await requireActor("policy.edit", slug);
  const { granted, draft } = await openDraft(slug);
  const t = await getTranslations("policyRegister.discard");
  return (
    <PolicyFrame granted={granted} current="draft" width="reading">
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <Form
        action={discardPolicyDraft}
        hidden={{ panel: slug, revision: String(draft.revision) }}
        fields={[]}
        tone="warning"
        submit={t("submit")}
        secondary={[{ label: t("cancel"), href: dpoPath(slug, "policy/draft") }]}
      />
    </PolicyFrame>
  );
}
