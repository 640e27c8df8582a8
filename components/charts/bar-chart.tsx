import { DataTable } from "@/components/content/data-table";

export type Bar = {
  key: string;
  label: string;
  value: number;
  /** As written: "38 (24%)". */ figure: string;
};

type Props = {
  title: string;
  /** When a heading above says the same. */
  hideTitle?: boolean | undefined;
  /** Heads the first column of the table. */
  labelHeading: string;
  /** Heads the figures. */
  valueHeading: string;
  bars: Bar[];
  /** The sum as written, for the table's last line. */
  total?: { label: string; figure: string } | undefined;
};

/**
 * Bars drawn on the server, with the same figures as a table beside them. Every bar has its name and figure written on it
 * and an edge of its own, so nothing depends on telling colours apart.
 */
export function BarChart({ title, hideTitle, labelHeading, valueHeading, bars, total }: Props) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <figure className="chart">
      <figcaption className={hideTitle ? "sr-only" : "chart-title"}>{title}</figcaption>
      <div className="chart-parts">
        <ul className="chart-bars" aria-hidden="true">
          {bars.map((bar) => (
            <li key={bar.key}>
              <span className="chart-label">{bar.label}</span>{" "}
              <span className="chart-figure">{bar.figure}</span>
              <svg viewBox="0 0 100 1" preserveAspectRatio="none" className="chart-bar" focusable="false">
                <rect width={(bar.value / most) * 100} height="1" />
              </svg>
            </li>
          ))}
        </ul>
        <DataTable
          caption={title}
          hideCaption
          onPhone="scroll"
          columns={[
            { key: "label", label: labelHeading },
            { key: "figure", label: valueHeading, numeric: true },
          ]}
          rows={bars.map((bar) => ({ key: bar.key, cells: { label: bar.label, figure: bar.figure } }))}
          totals={total}
        />
      </div>
    </figure>
  );
}
