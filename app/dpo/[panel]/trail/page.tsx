import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { trailQuerySchema } from "@/lib/schemas/trail-query";
import { DpoFrame } from "../../_components/dpo-frame";
import { dpoTitle } from "../../_components/page-metadata";
import { dpoPath } from "../../_components/paths";
import { FindPerson } from "./_components/find-person";
import { KeepTrail } from "./_components/keep-trail";
import { SavedViews } from "./_components/saved-views";
import { TrailFilters } from "./_components/trail-filters";
import { TrailResults } from "./_components/trail-results";

export const generateMetadata = dpoTitle("trail.title");

export default async function Trail({ params, searchParams }: PageProps<"/dpo/[panel]/trail">) {
  const { panel: slug } = await params;
  const granted = await requireActor("trail.read", slug);
  const [t, kinds] = await Promise.all([getTranslations("dpo.trail"), getTranslations("catalogue")]);
  const query = trailQuerySchema.parse(await searchParams);
  return (
    <DpoFrame granted={granted}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <p className="print:hidden">
        <a href={dpoPath(slug, "catalogue")}>{kinds("link")}</a>
      </p>
      <SavedViews granted={granted} />
      <div className="grid gap-4 print:hidden">
        <FindPerson granted={granted} />
        <TrailFilters granted={granted} query={query} />
      </div>
      <TrailResults granted={granted} query={query} />
      <KeepTrail granted={granted} query={query} />
    </DpoFrame>
  );
}
