import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/content/empty-state";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { listDisposalRuns } from "@/lib/queries/disposal/list-disposal-runs";
import { countRetentionDue } from "@/lib/queries/retention/count-retention-due";
import { listRetentionDue, retentionHorizon } from "@/lib/queries/retention/list-retention-due";
import { retentionPlaceSchema } from "@/lib/schemas/trail-query";
import { DpoFrame } from "../../_components/dpo-frame";
import { moments } from "../../_components/moments";
import { dpoTitle } from "../../_components/page-metadata";
import { BeginRun } from "./_components/begin-run";
import { DueItems } from "./_components/due-items";
import { EarlierRuns } from "./_components/earlier-runs";
import { RuleTotals } from "./_components/rule-totals";

export const generateMetadata = dpoTitle("retention.title");

export default async function Retention({ params, searchParams }: PageProps<"/dpo/[panel]/retention">) {
  const { panel: slug } = await params;
  const granted = await requireActor("retention.read", slug);
  const t = await getTranslations("dpo.retention");
  const at = now();
  const place = retentionPlaceSchema.parse(await searchParams);
  const [when, totals, page, runs] = await Promise.all([
    moments(),
    countRetentionDue(granted, at),
    listRetentionDue(granted, at, place),
    listDisposalRuns(granted),
  ]);
  const isDue = totals.some(({ today, overdue }) => today + overdue > 0);
  return (
    <DpoFrame granted={granted}>
      <PageTitle lead={t("lead", { day: when.civil(retentionHorizon(at)) })}>{t("title")}</PageTitle>
      <BeginRun granted={granted} runs={runs} isDue={isDue} />
      {totals.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
      ) : (
        <>
          <RuleTotals panel={granted.panel} totals={totals} />
          <DueItems granted={granted} page={page} at={at} isFirst={place === undefined} />
        </>
      )}
      <EarlierRuns slug={slug} runs={runs} />
    </DpoFrame>
  );
}
