import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { reviewParts } from "@/lib/schemas/review";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";
import { assessmentOr404 } from "../../_components/assessment-or-404";
import { accountabilityTitle } from "../../_components/metadata";
import { PartWords } from "../../_components/record-words";

export const generateMetadata = accountabilityTitle("one");

/** One review as it was recorded, to read or print. It never changes. */
export default async function Review(props: PageProps<"/dpo/[panel]/accountability/[key]/[number]">) {
  const { panel: slug, key, number } = await props.params;
  const granted = await requireActor("accountability.view", slug);
  const { record, reviews } = await assessmentOr404(granted, key);
  const review = reviews.find((one) => String(one.number) === number);
  if (review === undefined) notFound();
  const [t, when] = await Promise.all([getTranslations("accountability"), moments()]);
  const organisation = granted.panel.document.organisation.legalName;
  const by = review.approvedBy === "" ? t("someone") : review.approvedBy;
  return (
    <DpoFrame
      granted={granted}
      width="page"
      current="accountability"
      before={<BackLink href={dpoPath(slug, `accountability/${key}`)} />}
    >
      <PageTitle
        caption={`${organisation} · ${t(`kind.${record.kind}`)} · ${t("reviewNumber", { number: review.number })}`}
        lead={t("approvedLine", {
          day: when.civil(review.approvedOn),
          by,
          until: when.civil(review.reviewOn),
        })}
      >
        {review.title}
      </PageTitle>
      <p className="text-muted">{t("ownerLine", { owner: review.ownerRole })}</p>
      {reviewParts[record.kind].map((part) => (
        <Section key={part} title={t(`part.${record.kind}.${part}`)}>
          <PartWords words={review.content[part] ?? ""} />
        </Section>
      ))}
    </DpoFrame>
  );
}
