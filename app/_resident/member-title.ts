import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of a resident's page, by its key in the `member` words. Never a name: titles end up in histories. */
export function memberTitle(key: string): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations("member");
    return { title: t(key) };
  };
}
