import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { NotificationBanner } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { may } from "@/lib/policy/permission";
import { listAssessments } from "@/lib/queries/accountability/list-assessments";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";
import { assessmentOr404 } from "../_components/assessment-or-404";
import { accountabilityTitle } from "../_components/metadata";
import { RecordWords } from "../_components/record-words";
import { ReviewHistory } from "../_components/review-history";
import { Standing } from "../_components/standing";

export const generateMetadata = accountabilityTitle("one");

export default async function AssessmentPage(props: PageProps<"/dpo/[panel]/accountability/[key]">) {
  const { panel: slug, key } = await props.params;
  const { recorded } = await props.searchParams;
  const granted = await requireActor("accountability.view", slug);
  const { record, reviews } = await assessmentOr404(granted, key);
  const lines = await listAssessments(granted, now());
  const line = lines.find((one) => one.record.key === record.key);
  const t = await getTranslations("accountability");
  const [newest] = reviews;
  const review = may(granted.actor, "accountability.review", granted.panel.id) ? (
    <ButtonLink href={dpoPath(slug, `accountability/${key}/review`)}>{t("record")}</ButtonLink>
  ) : undefined;
  return (
    <DpoFrame
      granted={granted}
      width="page"
      current="accountability"
      before={<BackLink href={dpoPath(slug, "accountability")} />}
    >
      {recorded === undefined ? null : (
        <NotificationBanner tone="success" title={t("recorded")} announce>
          <p>{t("recordedBody")}</p>
        </NotificationBanner>
      )}
      <PageTitle caption={t(`kind.${record.kind}`)} action={review}>
        {record.title}
      </PageTitle>
      {line === undefined ? null : <Standing assessment={line} />}
      <RecordWords record={record} review={newest} />
      <ReviewHistory slug={slug} record={record} reviews={reviews} />
    </DpoFrame>
  );
}
