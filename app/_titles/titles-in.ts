import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The titles of the pages whose words are in `namespace`, by their keys. Never a name or a reference: titles end up in histories. */
export function titlesIn(namespace: string): (key: string) => () => Promise<Metadata> {
  return (key) => async () => {
    const t = await getTranslations(namespace);
    return { title: t(key) };
  };
}
