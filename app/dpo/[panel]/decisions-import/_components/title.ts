import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of a page about decisions that were brought in, by its key in the `decisions` words. */
export function decisionsTitle(key: string): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations("decisions");
    return { title: t(key) };
  };
}
