import { getTranslations } from "next-intl/server";
import type { NavItem } from "@/components/layout/navigation";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** Where the promises are written down, and whom to ask. */
export async function footerLinks(panel: Pick<PanelView, "slug">): Promise<NavItem[]> {
  const t = await getTranslations("member.footer");
  return [
    { href: `/${panel.slug}/privacy`, label: t("privacy") },
    { href: `/${panel.slug}/contact`, label: t("contact") },
  ];
}
