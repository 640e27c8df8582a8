import type { ReactNode } from "react";
import { Houses } from "./houses";

/** Nothing here yet, why, and what to do next. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <Houses />
      <p className="empty-title">{title}</p>
      {children ? <div className="text-muted">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
