import type { ReactNode } from "react";

type Props = {
  title: string;
  level?: 2 | 3 | undefined;
  /** Beside the title: a tag. */
  aside?: ReactNode;
  /** Below a line at the bottom: links and small forms. */
  foot?: ReactNode;
  children?: ReactNode;
};

/** One thing in a frame: an invitation, a purpose, a task. */
export function Card({ title, level = 2, aside, foot, children }: Props) {
  const Heading = `h${level}` as const;
  return (
    <section className="card">
      <div className="card-head">
        <Heading className="card-title">{title}</Heading>
        {aside}
      </div>
      {children ? <div className="card-body prose">{children}</div> : null}
      {foot ? <div className="card-foot">{foot}</div> : null}
    </section>
  );
}

/** Cards side by side where there is room. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className="card-grid">{children}</div>;
}

/** A part of a page with its own heading. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <div>
        <h2>{title}</h2>
        {lead ? <p className="mt-1 max-w-reading text-muted">{lead}</p> : null}
      </div>
      {children}
    </section>
  );
}

/** Running text: paragraphs, lists and headings at reading width. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>;
}
