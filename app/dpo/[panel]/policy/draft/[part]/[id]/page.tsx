import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { dpoPath } from "../../../../../_components/paths";
import { ItemForm } from "../../../_components/item-form";
import { nameOf } from "../../../_components/item-name";
import { itemOf, openDraft } from "../../../_components/open-draft";
import { PolicyFrame } from "../../../_components/policy-frame";
import { policyWords } from "../../../_components/policy-words";
import { policyTitle } from "../../../_components/title";

export const generateMetadata = policyTitle("draft.title");

export default async function Item({ params }: PageProps<"/dpo/[panel]/policy/draft/[part]/[id]">) {
  const { panel: slug, part: asked, id } = await params;
  await requireActor("policy.edit", slug);
  const { granted, draft } = await openDraft(slug);
  const { part, item, isNew, value } = itemOf(draft, asked, id);
  const words = await policyWords();
  const title = isNew
    ? words.t("item.addTitle", { what: words.t(`one.${part}`) })
    : words.t("item.changeTitle", { name: nameOf(part, value, words) });
  return (
    <PolicyFrame
      granted={granted}
      current="draft"
      width="reading"
      before={<BackLink href={dpoPath(slug, "policy/draft")} label={words.t("item.back")} />}
    >
      <PageTitle caption={words.t(`part.${part}`)}>{title}</PageTitle>
      <ItemForm {...{ slug, draft, words, part, isNew }} id={item} item={value} />
    </PolicyFrame>
  );
}
