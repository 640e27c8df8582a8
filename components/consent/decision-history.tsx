import type { ReactNode } from "react";
import { Tag, type TagTone } from "@/components/content/tag";

export type HistoryEntry = {
  key: string;
  /** In words: "20 May 2029, 14:05". */
  when: string;
  dateTime: string;
  /** "You said yes", "You said no", "You changed your mind". */
  decision: string;
  tone: TagTone;
  /** What it was about: purpose and channel. */
  about: ReactNode;
  /** How and where it was said, which notice was shown. */
  how?: ReactNode;
  /** The words as they stood, behind a press. */
  words?: { summary: string; statement: ReactNode } | undefined;
};

/** Every decision as it was made, in order; nothing is ever taken away from it. */
export function DecisionHistory({ entries }: { entries: HistoryEntry[] }) {
  return (
    <ol className="history">
      {entries.map((entry) => (
        <li key={entry.key} className="history-entry">
          <div className="history-head">
            <Tag tone={entry.tone}>{entry.decision}</Tag>
            <time dateTime={entry.dateTime} className="history-when">
              {entry.when}
            </time>
          </div>
          <p className="history-about">{entry.about}</p>
          {entry.how ? <p className="history-how">{entry.how}</p> : null}
          {entry.words ? (
            <details className="details">
              <summary>{entry.words.summary}</summary>
              <div className="details-body">{entry.words.statement}</div>
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
