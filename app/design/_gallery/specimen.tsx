import type { ReactNode } from "react";

/** One component with its name, in a state. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-3">
      <p className="border-b border-rule pb-1 font-mono text-small text-muted">{name}</p>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
