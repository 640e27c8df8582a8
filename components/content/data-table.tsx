import type { ReactNode } from "react";

export type Column = {
  key: string;
  label: string;
  /** Right-aligned, figures of one width. */
  numeric?: boolean | undefined;
};

export type Row = {
  key: string;
  /** One cell per column key; the first column names the row. */
  cells: Record<string, ReactNode>;
};

type Props = {
  caption: string;
  columns: Column[];
  rows: Row[];
  /** The last line, whose figures are the sums of those above. */
  totals?: Record<string, ReactNode> | undefined;
  /** `stack` turns rows into blocks on a phone; `scroll` keeps the grid and scrolls sideways. */
  onPhone?: "stack" | "scroll" | undefined;
  /** The caption is always there for screen readers; hide it when a heading says the same. */
  hideCaption?: boolean | undefined;
};

/** Rows, their names, and totals that add up. */
export function DataTable({ caption, columns, rows, totals, onPhone = "stack", hideCaption }: Props) {
  return (
    <div
      className="table-frame"
      role="region"
      aria-label={caption}
      tabIndex={onPhone === "scroll" ? 0 : undefined}
    >
      <table className="table" data-phone={onPhone}>
        <caption className={hideCaption ? "sr-only" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-numeric={column.numeric ? "" : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.key} columns={columns} cells={row.cells} />
          ))}
        </tbody>
        {totals ? (
          <tfoot>
            <TableRow columns={columns} cells={totals} />
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

function TableRow({ columns, cells }: { columns: Column[]; cells: Row["cells"] }) {
  return (
    <tr>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} scope="row">
            {cells[column.key]}
          </th>
        ) : (
          <td key={column.key} data-label={column.label} data-numeric={column.numeric ? "" : undefined}>
            {cells[column.key]}
          </td>
        ),
      )}
    </tr>
  );
}
