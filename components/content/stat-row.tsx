import type { ReactNode } from "react";

export type Stat = {
  key: string;
  label: string;
  value: string;
  /** Written between this figure and the one before: the row reads as a sum. */
  sign?: "=" | "+" | "−" | undefined;
  note?: ReactNode;
};

/** A few figures that belong together: "412 matched = 380 will be asked + 32 left out". */
export function StatRow({ stats }: { stats: Stat[] }) {
  return (
    <dl className="stats">
      {stats.map((stat) => (
        <div key={stat.key} className="stat" data-sign={stat.sign}>
          <dt>{stat.label}</dt>
          <dd className="stat-value">{stat.value}</dd>
          {stat.note ? <dd className="stat-note">{stat.note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
