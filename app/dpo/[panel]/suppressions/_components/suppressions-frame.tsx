import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BackLink } from "@/components/layout/way-back";
import type { Granted } from "@/lib/auth/require-actor";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";

/** The title of a page of the list, by its key in the `suppressions` words. */
export function suppressionsTitle(key: string): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations("suppressions");
    return { title: t(key) };
  };
}

/** A form about the list, with the way back to it. */
export function SuppressionsForm({ granted, children }: { granted: Granted; children: ReactNode }) {
  const back = <BackLink href={dpoPath(granted.panel.slug, "suppressions")} />;
  return (
    <DpoFrame granted={granted} width="reading" current="suppressions" before={back}>
      {children}
    </DpoFrame>
  );
}
