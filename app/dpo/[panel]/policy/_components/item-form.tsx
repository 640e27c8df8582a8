import { Form } from "@/components/form/form";
import type { PolicyDraftView } from "@/lib/queries/policy/get-policy-draft";
import { formFromItem } from "@/lib/schemas/policy-item-form";
import { hasShortName, type PartName } from "@/lib/schemas/policy-parts-form";
import { dpoPath } from "../../../_components/paths";
import { savePolicyItem } from "../draft/actions";
import { anchorOf, findingsAbout } from "./draft-paths";
import { Finding } from "./findings";
import { itemFields } from "./item-fields";
import type { PolicyWords } from "./policy-words";

type Props = {
  slug: string;
  draft: PolicyDraftView;
  words: PolicyWords;
  part: PartName;
  /** The item's key; "" for a new one and where there is one. */
  id: string;
  item: unknown;
  isNew: boolean;
};

/** The form of one item, with what the linter says about it above. */
export async function ItemForm({ slug, draft, words, part, id, item, isNew }: Props) {
  const findings = isNew ? [] : findingsAbout(draft.findings, part, id);
  const keyed = hasShortName(part);
  // A key that is not asked is posted as it is: the form still describes the whole item.
  const hidden = { panel: slug, part, item: id, revision: String(draft.revision) };
  return (
    <>
      {findings.length === 0 ? null : (
        <section aria-label={words.t("item.findings")} className="grid gap-2">
          {findings.map((finding) => (
            <Finding
              key={finding.rule + finding.path + finding.sentence}
              finding={finding}
              href={`#${anchorOf(finding.path, part)}`}
            />
          ))}
        </section>
      )}
      {keyed && !isNew ? <p className="text-muted">{words.t("item.keyFixed", { key: id })}</p> : null}
      <Form
        action={savePolicyItem}
        hidden={keyed && !isNew ? { ...hidden, key: id } : hidden}
        initial={formFromItem(part, item)}
        fields={await itemFields({ part, document: draft.document, words }, isNew)}
        submit={words.t("item.save")}
        secondary={[{ label: words.t("item.cancel"), href: dpoPath(slug, "policy/draft") }]}
      />
    </>
  );
}
