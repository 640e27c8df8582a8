import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of a page about what a person told us, by its key. Never a name: titles end up in histories. */
export function toldTitle(key: string): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations("decisions.told");
    return { title: t(key) };
  };
}
