import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/way-back";
import { dpoPath } from "./paths";

/** Where a page below the trail stands, and the way back to it. */
export async function BelowTrail({ slug, current }: { slug: string; current: string }) {
  const t = await getTranslations("dpo.nav");
  return <Breadcrumbs items={[{ href: dpoPath(slug, "trail"), label: t("trail") }]} current={current} />;
}
