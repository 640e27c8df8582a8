import type { ReactNode } from "react";

type Props = {
  children: ReactNode;
  /** A small line above: the section, or the step. */
  caption?: ReactNode;
  /** One or two sentences below. */
  lead?: ReactNode;
  /** One primary action, at the end of the row. */
  action?: ReactNode;
};

/** The page's one h1. */
export function PageTitle({ children, caption, lead, action }: Props) {
  return (
    <div className="page-head">
      <div>
        {caption ? <p className="page-caption">{caption}</p> : null}
        <h1 className="page-title">{children}</h1>
        {lead ? <div className="page-lead">{lead}</div> : null}
      </div>
      {action ? <div className="page-action">{action}</div> : null}
    </div>
  );
}
