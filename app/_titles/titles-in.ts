import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { lastPanelBySlug } from "@/lib/queries/panel/get-panel";
import { pageTitle } from "./page-title";

type Address = { params: Promise<{ panel?: string; token?: string }> };

/** The name of the panel that a page belongs to, from its address; undefined where there is none. */
export type WhosePage = (address: Awaited<Address["params"]>) => Promise<string | undefined>;

const panelInAddress: WhosePage = async ({ panel }) =>
  panel === undefined ? undefined : (await lastPanelBySlug(panel))?.name;

/**
 * The titles of the pages whose words are in `namespace`, by their keys, each followed by the panel's name; by the product's
 * where a page belongs to no panel. Never a person's name or a reference: titles end up in histories.
 */
export function titlesIn(
  namespace: string,
  whose: WhosePage = panelInAddress,
): (key: string) => (address: Address) => Promise<Metadata> {
  return (key) =>
    async ({ params }) => {
      const address = await params;
      const [t, name] = await Promise.all([getTranslations(namespace), whose(address)]);
      return {
        title: name === undefined ? t(key) : { absolute: await pageTitle(t(key), name) },
        // What a link in a mail opens is for nobody else to find.
        ...(address.token === undefined ? {} : { robots: { index: false } }),
      };
    };
}
