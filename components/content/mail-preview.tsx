import type { ReactNode } from "react";

type Props = {
  subject: string;
  from: string;
  fromLabel: string;
  subjectLabel: string;
  /** The HTML part. Shown in a frame that may run nothing and reach nothing. */
  html?: string | undefined;
  text?: string | undefined;
  note?: ReactNode;
};

/** A mail as it will arrive. */
export function MailPreview({ subject, from, fromLabel, subjectLabel, html, text, note }: Props) {
  return (
    <figure className="mail">
      <dl className="mail-head">
        <dt>{fromLabel}</dt>
        <dd>{from}</dd>
        <dt>{subjectLabel}</dt>
        <dd className="font-bold">{subject}</dd>
      </dl>
      {html === undefined ? null : <iframe title={subject} srcDoc={html} sandbox="" className="mail-frame" />}
      {text === undefined ? null : (
        <pre className="mail-text" tabIndex={0}>
          {text}
        </pre>
      )}
      {note ? <figcaption className="mail-note">{note}</figcaption> : null}
    </figure>
  );
}
