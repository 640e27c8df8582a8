import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of a page of the policy, by its key in the `policyRegister` words. */
export function policyTitle(key: string): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations("policyRegister");
    return { title: t(key) };
  };
}
