import { getTranslations } from "next-intl/server";
import type { PackView } from "@/lib/queries/evidence/get-pack";

/** What a pack is about, in words. */
export async function packWords(): Promise<(pack: Pick<PackView, "about" | "name">) => string> {
  const t = await getTranslations("trail.pack.about");
  return ({ about, name }) => {
    if (about === "whole") return t("whole");
    return name === null ? t(`${about}Gone`) : t(about, { name });
  };
}
