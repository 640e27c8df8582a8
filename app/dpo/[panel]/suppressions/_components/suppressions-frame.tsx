import type { ReactNode } from "react";
import { titlesIn } from "@/app/_titles/titles-in";
import { BackLink } from "@/components/layout/way-back";
import type { Granted } from "@/lib/auth/require-actor";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";

/** The title of a page of the list, by its key in the `suppressions` words. */
export const suppressionsTitle = titlesIn("suppressions");

/** A form about the list, with the way back to it. */
export function SuppressionsForm({ granted, children }: { granted: Granted; children: ReactNode }) {
  const back = <BackLink href={dpoPath(granted.panel.slug, "suppressions")} />;
  return (
    <DpoFrame granted={granted} width="reading" current="suppressions" before={back}>
      {children}
    </DpoFrame>
  );
}
