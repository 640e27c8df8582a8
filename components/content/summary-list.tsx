import type { ReactNode } from "react";

export type SummaryAction = {
  href: string;
  label: string;
  /** Read after the label, so that a list of links makes sense: "Change" + "your name". */
  hidden: string;
};

export type SummaryRow = {
  key: string;
  label: string;
  value: ReactNode;
  actions?: SummaryAction[] | undefined;
};

/** What is held or was answered, one line each, with the way to change it. `card` adds a titled frame. */
export function SummaryList({
  rows,
  card,
  level = 2,
}: {
  rows: SummaryRow[];
  card?: string | undefined;
  level?: 2 | 3;
}) {
  const list = (
    <dl className="summary-list">
      {rows.map((row) => (
        <div key={row.key} className="summary-row">
          <dt>{row.label}</dt>
          <dd className="summary-value">{row.value}</dd>
          {row.actions?.length ? (
            <dd className="summary-actions">
              {row.actions.map((action) => (
                <a key={action.href + action.label} href={action.href}>
                  {action.label}
                  <span className="sr-only"> {action.hidden}</span>
                </a>
              ))}
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
  if (card === undefined) return list;
  const Heading = `h${level}` as const;
  return (
    <section className="card">
      <Heading className="card-title">{card}</Heading>
      {list}
    </section>
  );
}
