import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of a page of what is known, by its key. Never a name: titles end up in histories. */
export function knownTitle(key: string): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations("known");
    return { title: t(key) };
  };
}
