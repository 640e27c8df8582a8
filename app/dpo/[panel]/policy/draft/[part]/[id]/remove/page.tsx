import { notFound } from "next/navigation";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { dpoPath } from "../../../../../../_components/paths";
import { nameOf } from "../../../../_components/item-name";
import { itemOf, openDraft } from "../../../../_components/open-draft";
import { PolicyFrame } from "../../../../_components/policy-frame";
import { policyWords } from "../../../../_components/policy-words";
import { policyTitle } from "../../../../_components/title";
import { removePolicyItem } from "../../../actions";

export const generateMetadata = policyTitle("draft.title");

export default async function Remove({ params }: PageProps<"/dpo/[panel]/policy/draft/[part]/[id]/remove">) {
  const { panel: slug, part: asked, id } = await params;
  await requireActor("policy.edit", slug);
  const { granted, draft } = await openDraft(slug);
  const { part, item, value } = itemOf(draft, asked, id);
  if (item === "") notFound();
  const words = await policyWords();
  return (
    <PolicyFrame granted={granted} current="draft" width="reading">
      <PageTitle lead={words.t("removeItem.lead")}>
        {words.t("removeItem.title", { name: nameOf(part, value, words) })}
      </PageTitle>
      <p>{words.t("removeItem.named")}</p>
      <Form
        action={removePolicyItem}
        hidden={{ panel: slug, part, item, revision: String(draft.revision) }}
        fields={[]}
        tone="warning"
        submit={words.t("removeItem.submit")}
        secondary={[{ label: words.t("removeItem.cancel"), href: dpoPath(slug, "policy/draft") }]}
      />
    </PolicyFrame>
  );
}
