import { DataTable } from "@/components/content/data-table";

export type Bar = {
  key: string;
  label: string;
  value: number;
  /** As written: "38 (24%)". */ figure: string;
};

type Props = {
  title: string;
  /** Heads the first column of the table. */
  labelHeading: string;
  /** Heads the figures. */
  valueHeading: string;
  bars: Bar[];
  /** The sum as written, for the table's last line. */
  total?: { label: string; figure: string } | undefined;
};

const rowHeight = 44;
const barWidth = 560;

/**
 * Bars drawn on the server, with the same figures as a table beside them. Every bar has its name and figure written on it
 * and an edge of its own, so nothing depends on telling colours apart.
 */
export function BarChart({ title, labelHeading, valueHeading, bars, total }: Props) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const height = bars.length * rowHeight;
  return (
    <figure className="chart">
      <figcaption className="chart-title">{title}</figcaption>
      <div className="chart-parts">
        <svg
          viewBox={`0 0 ${barWidth} ${height}`}
          className="chart-drawing"
          aria-hidden="true"
          focusable="false"
        >
          <line x1="1" x2="1" y1="0" y2={height} className="chart-axis" />
          {bars.map((bar, index) => (
            <g key={bar.key}>
              <text x="10" y={index * rowHeight + 15} className="chart-label">
                {bar.label}
                <tspan className="chart-figure" dx="8">
                  {bar.figure}
                </tspan>
              </text>
              <rect
                x="1"
                y={index * rowHeight + 21}
                height="14"
                width={Math.max(2, (bar.value / most) * (barWidth - 4))}
                className="chart-bar"
              />
            </g>
          ))}
        </svg>
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
