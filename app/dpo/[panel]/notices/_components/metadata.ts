import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of a page about notices, by its key in their words. */
export function noticesTitle(key: string): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations("notices.dpo");
    return { title: t(key) };
  };
}
