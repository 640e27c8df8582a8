import { Section } from "@/components/content/card";
import { SummaryList } from "@/components/content/summary-list";
import type { PolicyDraftView } from "@/lib/queries/policy/get-policy-draft";
import { itemsOf } from "@/lib/schemas/policy-item-form";
import { partOf, policyParts, type PartName } from "@/lib/schemas/policy-parts-form";
import { findingsAbout, itemPath, newItemPath } from "./draft-paths";
import { Finding } from "./findings";
import { nameOf } from "./item-name";
import { policyWords, type PolicyWords } from "./policy-words";

type Props = { slug: string; draft: PolicyDraftView; mayChange: boolean };

function actionsOf({ slug, mayChange }: Props, words: PolicyWords, part: PartName, id: string, name: string) {
  if (!mayChange) return undefined;
  const change = { href: itemPath(slug, part, id), label: words.t("draft.change"), hidden: name };
  if (partOf(part).idName === undefined) return [change];
  return [
    change,
    { href: `${itemPath(slug, part, id)}/remove`, label: words.t("draft.remove"), hidden: name },
  ];
}

function rowsOf(props: Props, words: PolicyWords, part: PartName) {
  const { draft } = props;
  return itemsOf(draft.document, part).map(({ id, item }) => {
    const name = nameOf(part, item, words);
    const findings = findingsAbout(draft.findings, part, id);
    return {
      key: id,
      label: name,
      value:
        findings.length === 0 ? (
          ""
        ) : (
          <div className="grid gap-2">
            {findings.map((finding) => (
              <Finding key={finding.rule + finding.path + finding.sentence} finding={finding} />
            ))}
          </div>
        ),
      actions: actionsOf(props, words, part, id, name),
    };
  });
}

/** The draft part by part, what the linter says beside each item, and the way to change it. */
export async function DraftParts(props: Props) {
  const words = await policyWords();
  const { slug, mayChange } = props;
  return (Object.keys(policyParts) as PartName[]).map((part) => {
    const rows = rowsOf(props, words, part);
    return (
      <Section key={part} title={words.t(`part.${part}`)}>
        {rows.length === 0 ? (
          <p className="text-muted">{words.t("draft.empty")}</p>
        ) : (
          <SummaryList rows={rows} />
        )}
        {mayChange && partOf(part).idName !== undefined ? (
          <p>
            <a href={newItemPath(slug, part)}>{words.t("draft.add", { what: words.t(`one.${part}`) })}</a>
          </p>
        ) : null}
      </Section>
    );
  });
}
