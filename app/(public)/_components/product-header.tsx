import { getTranslations } from "next-intl/server";
import { SiteHeader } from "@/components/layout/site-header";

/** The header of pages that belong to no panel. */
export async function ProductHeader() {
  const t = await getTranslations("public");
  return <SiteHeader panel={{ name: t("product.name"), organisation: t("product.line"), href: "/" }} />;
}
