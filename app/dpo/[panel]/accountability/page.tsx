import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/content/empty-state";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { listAssessments } from "@/lib/queries/accountability/list-assessments";
import { DpoFrame } from "../../_components/dpo-frame";
import { AssessmentTable } from "./_components/assessment-table";
import { accountabilityTitle } from "./_components/metadata";

export const generateMetadata = accountabilityTitle("title");

export default async function Accountability({ params }: PageProps<"/dpo/[panel]/accountability">) {
  const { panel: slug } = await params;
  const granted = await requireActor("accountability.view", slug);
  const t = await getTranslations("accountability");
  const assessments = await listAssessments(granted, now());
  return (
    <DpoFrame granted={granted}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      {assessments.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
      ) : (
        <AssessmentTable granted={granted} assessments={assessments} />
      )}
    </DpoFrame>
  );
}
