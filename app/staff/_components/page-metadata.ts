import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of a staff page, by its key in the `staff` words. Never a person's name: titles end up in histories. */
export function staffTitle(key: string): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations("staff");
    return { title: t(key) };
  };
}
