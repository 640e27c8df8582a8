import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { trailQuerySchema } from "@/lib/schemas/trail-query";
import { DpoFrame } from "../../_components/dpo-frame";
import { dpoTitle } from "../../_components/page-metadata";
import { TrailFilters } from "./_components/trail-filters";
import { TrailResults } from "./_components/trail-results";

export const generateMetadata = dpoTitle("trail.title");

export default async function Trail({ params, searchParams }: PageProps<"/dpo/[panel]/trail">) {
  const { panel: slug } = await params;
  const granted = await requireActor("trail.read", slug);
  const t = await getTranslations("dpo.trail");
  const query = trailQuerySchema.parse(await searchParams);
  return (
    <DpoFrame granted={granted}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <TrailFilters panel={granted.panel} query={query} />
      <TrailResults granted={granted} query={query} />
    </DpoFrame>
  );
}
