import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of a page about assessments, by its key in their words. */
export function accountabilityTitle(key: string): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations("accountability");
    return { title: t(key) };
  };
}
