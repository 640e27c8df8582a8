import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/content/empty-state";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { countRetentionDue } from "@/lib/queries/retention/count-retention-due";
import { listRetentionDue, retentionHorizon } from "@/lib/queries/retention/list-retention-due";
import { retentionPlaceSchema } from "@/lib/schemas/trail-query";
import { DpoFrame } from "../../_components/dpo-frame";
import { moments } from "../../_components/moments";
import { dpoTitle } from "../../_components/page-metadata";
import { DueItems } from "./_components/due-items";
import { RuleTotals } from "./_components/rule-totals";

export const generateMetadata = dpoTitle("retention.title");

export default async function Retention({ params, searchParams }: PageProps<"/dpo/[panel]/retention">) {
  const { panel: slug } = await params;
  const granted = await requireActor("retention.read", slug);
  const t = await getTranslations("dpo.retention");
  const at = now();
  const place = retentionPlaceSchema.parse(await searchParams);
  const [when, totals, page] = await Promise.all([
    moments(),
    countRetentionDue(granted, at),
    listRetentionDue(granted, at, place),
  ]);
  return (
    <DpoFrame granted={granted}>
      <PageTitle lead={t("lead", { day: when.civil(retentionHorizon(at)) })}>{t("title")}</PageTitle>
      {totals.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
      ) : (
        <>
          <RuleTotals panel={granted.panel} totals={totals} />
          <DueItems panel={granted.panel} page={page} at={at} isFirst={place === undefined} />
        </>
      )}
    </DpoFrame>
  );
}
