import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of a page below the trail, by its key in the `trail` words. Never a name or a reference. */
export function trailTitle(key: string): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations("trail");
    return { title: t(key) };
  };
}
