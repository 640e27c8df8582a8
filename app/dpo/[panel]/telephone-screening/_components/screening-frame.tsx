import type { ReactNode } from "react";
import { titlesIn } from "@/app/_titles/titles-in";
import { BackLink } from "@/components/layout/way-back";
import type { Granted } from "@/lib/auth/require-actor";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";

/** The title of a page about screening, by its key in the `screening` words. */
export const screeningTitle = titlesIn("screening");

/** A form about screening, with the way back. */
export function ScreeningForm({ granted, children }: { granted: Granted; children: ReactNode }) {
  const back = <BackLink href={dpoPath(granted.panel.slug, "telephone-screening")} />;
  return (
    <DpoFrame granted={granted} width="reading" current="telephone-screening" before={back}>
      {children}
    </DpoFrame>
  );
}
