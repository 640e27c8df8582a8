import type { ReactNode } from "react";
import { Houses } from "@/components/content/houses";

type Props = { title: string; lead: string; action: ReactNode; children?: ReactNode };

/** A page that belongs to no panel: not found, broken. Plain enough to render when nothing else does. */
export function PlainPage({ title, lead, action, children }: Props) {
  return (
    <div className="shell" data-width="reading">
      <div className="shell-body">
        <main id="main" tabIndex={-1} className="plain-page">
          <Houses />
          <h1 className="page-title">{title}</h1>
          <p className="page-lead">{lead}</p>
          <div className="prose">{children}</div>
          <div className="buttons">{action}</div>
        </main>
      </div>
    </div>
  );
}
