import type { ReactNode } from "react";

export type TagTone = "neutral" | "success" | "warning" | "danger" | "info" | "brand";

/** A state in one or two words. The words carry the meaning; the colour only helps. */
export function Tag({ tone = "neutral", children }: { tone?: TagTone | undefined; children: ReactNode }) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}
