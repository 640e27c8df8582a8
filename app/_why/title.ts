import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of a "Why?" page, by its key in the `why` words. Never a person's name: titles end up in histories. */
export function whyTitle(key: string): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations("why");
    return { title: t(key) };
  };
}
