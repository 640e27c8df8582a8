import { Section } from "@/components/content/card";
import { SummaryList } from "@/components/content/summary-list";
import type { PolicyDraftView } from "@/lib/queries/policy/get-policy-draft";
import { itemsOf } from "@/lib/schemas/policy-item-form";
import { isList, policyParts, type PartName } from "@/lib/schemas/policy-parts-form";
import { findingsAbout, itemPath, newItemPath } from "./draft-paths";
import { Finding } from "./findings";
import { nameOf } from "./item-name";
import { policyWords, type PolicyWords } from "./policy-words";

type Props = { slug: string; draft: PolicyDraftView; mayChange: boolean };

function actionsOf({ slug, mayChange }: Props, words: PolicyWords, part: PartName, id: string, name: string) {
  if (!mayChange) return undefined;
  const change = { href: itemPath(slug, part, id), label: words.t("draft.change"), hidden: name };
  if (!isList(part)) return [change];
  return [
    change,
    { href: `${itemPath(slug, part, id)}/remove`, label: words.t("draft.remove"), hidden: name },
  ];
}

/** What the linter says about an item, or about a list as a whole. */
function FindingsAbout({ draft, part, id }: Pick<Props, "draft"> & { part: PartName; id: string }) {
  const findings = findingsAbout(draft.findings, part, id);
  if (findings.length === 0) return null;
  return (
    <div className="grid gap-2">
      {findings.map((finding) => (
        <Finding key={finding.rule + finding.path + finding.sentence} finding={finding} />
      ))}
    </div>
  );
}

function rowsOf(props: Props, words: PolicyWords, part: PartName) {
  const { draft } = props;
  return itemsOf(draft.document, part).map(({ id, item }) => {
    const name = nameOf(part, item, words);
    return {
      key: id,
      label: name,
      value: <FindingsAbout draft={draft} part={part} id={id} />,
      actions: actionsOf(props, words, part, id, name),
    };
  });
}

/** The draft part by part, what the linter says beside each item, and the way to change it. */
export async function DraftParts(props: Props) {
  const words = await policyWords();
  const { slug, draft, mayChange } = props;
  return (Object.keys(policyParts) as PartName[]).map((part) => {
    const rows = rowsOf(props, words, part);
    return (
      <Section key={part} title={words.t(`part.${part}`)}>
        {isList(part) ? <FindingsAbout draft={draft} part={part} id="" /> : null}
        {rows.length === 0 ? (
          <p className="text-muted">{words.t("draft.empty")}</p>
        ) : (
          <SummaryList rows={rows} />
        )}
        {mayChange && isList(part) ? (
          <p>
            <a href={newItemPath(slug, part)}>{words.t("draft.add", { what: words.t(`one.${part}`) })}</a>
          </p>
        ) : null}
      </Section>
    );
  });
}
