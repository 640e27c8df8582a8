import { titlesIn, type WhosePage } from "@/app/_titles/titles-in";
import { panelOfMember } from "@/lib/auth/require-actor";
import type { LinkScope } from "@/lib/policy/permission";
import { findHeldLink } from "./held-link";

/** The panel of whoever is signed in: for the pages under `/my`. */
export const ofMember: WhosePage = async () => (await panelOfMember())?.name;

/** The title of a page of a signed-in resident, by its key in the `member` words. Never a name: titles end up in histories. */
export const memberTitle = titlesIn("member", ofMember);

/** The title of a page that a link in a mail opens, by its key in the `member` words. */
export function linkTitle(key: string, ...scopes: LinkScope[]) {
  const whose: WhosePage = async ({ token = "" }) => {
    const held = await Promise.all(scopes.map((scope) => findHeldLink(scope, token)));
    return held.find((one) => one !== null)?.panel.name;
  };
  return titlesIn("member", whose)(key);
}
