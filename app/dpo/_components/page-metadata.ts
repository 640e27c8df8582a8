import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of a data protection page, by its key in the `dpo` words. Never a reference: titles end up in histories. */
export function dpoTitle(key: string): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations("dpo");
    return { title: t(key) };
  };
}
