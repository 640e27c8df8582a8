import type { ReactNode } from "react";

/** It is done. The page's h1, with what happens next below it. */
export function ConfirmationPanel({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="confirmation">
      <svg viewBox="0 0 48 48" className="confirmation-sign" aria-hidden="true" focusable="false">
        <circle cx="24" cy="24" r="24" />
        <path d="m14 25 7 7 14-16" />
      </svg>
      <h1 className="page-title">{title}</h1>
      {children ? <div className="confirmation-words">{children}</div> : null}
    </div>
  );
}
