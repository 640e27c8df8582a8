import type { ReactNode } from "react";

/** The exact words somebody saw or is about to agree to, set apart so that they can be told from ours around them. */
export function ConsentStatement({
  heading,
  statement,
  meta,
}: {
  heading: string;
  statement: ReactNode;
  meta?: ReactNode;
}) {
  return (
    <figure className="statement">
      <figcaption className="statement-heading">{heading}</figcaption>
      <blockquote className="statement-words prose">{statement}</blockquote>
      {meta ? <div className="statement-meta">{meta}</div> : null}
    </figure>
  );
}
