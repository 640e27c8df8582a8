import { getTranslations } from "next-intl/server";
import { WaitingHolds } from "@/app/_waiting/waiting-holds";
import { WaitingRun } from "@/app/_waiting/waiting-run";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { countRetentionDue } from "@/lib/queries/retention/count-retention-due";
import { getTrailOverview } from "@/lib/queries/trail/get-trail-overview";
import { listTrail } from "@/lib/queries/trail/list-trail";
import { DpoFrame } from "../_components/dpo-frame";
import { dpoTitle } from "../_components/page-metadata";
import { DecisionChart } from "./_components/decision-chart";
import { KeyFigures } from "./_components/key-figures";
import { LastCheck } from "./_components/last-check";
import { LatestEntries } from "./_components/latest-entries";
import { OverdueAssessments } from "./_components/overdue-assessments";
import { WaitingObjections } from "./_components/waiting-objections";
import { WaitingRequests } from "./_components/waiting-requests";

export const generateMetadata = dpoTitle("overview.title");

export default async function Overview({ params }: PageProps<"/dpo/[panel]">) {
  const { panel: slug } = await params;
  const granted = await requireActor("trail.read", slug);
  const t = await getTranslations("dpo.overview");
  const at = now();
  const [overview, retention, latest] = await Promise.all([
    getTrailOverview(granted, at),
    countRetentionDue(granted, at),
    listTrail(granted, { withoutReadings: true }, {}, 8),
  ]);
  return (
    <DpoFrame granted={granted}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <OverdueAssessments granted={granted} at={at} />
      <WaitingRequests granted={granted} />
      <WaitingObjections granted={granted} at={at} />
      <WaitingHolds granted={granted} at={at} />
      <WaitingRun granted={granted} />
      <LastCheck granted={granted} verification={overview.lastVerification} />
      <KeyFigures granted={granted} overview={overview} retention={retention} />
      <LatestEntries panel={granted.panel} entries={latest.entries} />
      <DecisionChart decisions={overview.decisions} />
    </DpoFrame>
  );
}
