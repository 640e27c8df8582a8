import type { ReactNode } from "react";

export type TimelineItem = {
  key: string;
  /** Already in words: "20 May 2029, 14:05". */
  when: string;
  /** For machines: ISO 8601. */
  dateTime: string;
  title: ReactNode;
  by?: ReactNode;
  body?: ReactNode;
  tone?: "neutral" | "success" | "warning" | "danger" | undefined;
};

/** What happened, newest first or oldest first, as the page decides. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.key} className="timeline-item" data-tone={item.tone ?? "neutral"}>
          <p className="timeline-when">
            <time dateTime={item.dateTime}>{item.when}</time>
            {item.by ? <> · {item.by}</> : null}
          </p>
          <p className="timeline-title">{item.title}</p>
          {item.body ? <div className="timeline-body">{item.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
