import type { ReactNode } from "react";
import { SummaryList } from "@/components/content/summary-list";
import { Tag } from "@/components/content/tag";
import { dpoPath } from "../../../_components/paths";
import type { PolicyWords } from "./policy-words";

/** What every part of the register needs besides the document. */
export type RegisterContext = {
  readonly slug: string;
  readonly words: PolicyWords;
  readonly history: ReadonlyMap<string, readonly number[]>;
  readonly held: ReadonlySet<string>;
};

/** A label and what is said under it; a line that says nothing is left out. */
export type Fact = readonly [label: string, value: ReactNode];

/** "Since version 3", with the way to that version. */
function Since({ context: { slug, words, history }, path }: { context: RegisterContext; path: string }) {
  const number = history.get(path)?.at(-1);
  if (number === undefined) return null;
  return (
    <a href={dpoPath(slug, `policy/history/${number}`)} className="text-small">
      {words.t("since", { number })}
    </a>
  );
}

type Props = {
  context: RegisterContext;
  /** Where the item stands: "purposes.research". Also its address on the page. */
  path: string;
  title: string;
  facts: readonly Fact[];
  /** Said where the item is held. */
  heldWords?: string;
};

/** One item of the register: its name, since when, and its lines. */
export function RegisterItem({ context, path, title, facts, heldWords }: Props) {
  const held = context.held.has(path);
  const rows = facts
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([label, value]) => ({ key: label, label: context.words.t(`label.${label}`), value }));
  return (
    <article id={path} className="register-item">
      <div className="register-head">
        <h3>{title}</h3>
        {held ? <Tag tone="warning">{context.words.t("held")}</Tag> : null}
        <Since context={context} path={path} />
      </div>
      {held && heldWords !== undefined ? <p className="text-small">{heldWords}</p> : null}
      <SummaryList rows={rows} />
    </article>
  );
}

type SectionProps = { id: string; words: PolicyWords; children: ReactNode };

/** A part of the register, with its address. */
export function RegisterSection({ id, words, children }: SectionProps) {
  return (
    <section id={id} className="section register-section">
      <div>
        <h2>{words.t(`section.${id}`)}</h2>
        <p className="mt-1 max-w-reading text-muted">{words.t(`sectionLead.${id}`)}</p>
      </div>
      {children}
    </section>
  );
}
