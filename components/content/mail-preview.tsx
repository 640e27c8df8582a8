import type { ReactNode } from "react";

type Props = {
  subject: string;
  from: string;
  fromLabel: string;
  subjectLabel: string;
  /**
   * The address of a route that answers with the HTML part and ends in `/mail-frame`. Not the HTML itself: a frame with
   * `srcdoc` inherits the page's policy, which refuses the inline styles that mail is made of.
   */
  frame?: string | undefined;
  text?: string | undefined;
  note?: ReactNode;
};

/** A mail as it will arrive. */
export function MailPreview({ subject, from, fromLabel, subjectLabel, frame, text, note }: Props) {
  return (
    <figure className="mail">
      <dl className="mail-head">
        <dt>{fromLabel}</dt>
        <dd>{from}</dd>
        <dt>{subjectLabel}</dt>
        <dd className="font-bold">{subject}</dd>
      </dl>
      {frame === undefined ? null : <iframe title={subject} src={frame} sandbox="" className="mail-frame" />}
      {text === undefined ? null : (
        <pre className="mail-text" tabIndex={0}>
          {text}
        </pre>
      )}
      {note ? <figcaption className="mail-note">{note}</figcaption> : null}
    </figure>
  );
}
