import { getTranslations } from "next-intl/server";
import { PublicHeader } from "@/components/layout/public-header";

/** The header of pages that belong to no panel. */
export async function ProductHeader() {
  const t = await getTranslations("public");
  return <PublicHeader panel={{ name: t("product.name"), organisation: t("product.line"), href: "/" }} />;
}
