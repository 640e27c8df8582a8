import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import type { AccountabilityRecord } from "@/lib/policy/document";
import type { RecordedReview } from "@/lib/queries/accountability/get-assessment";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";

type Props = { slug: string; record: AccountabilityRecord; reviews: readonly RecordedReview[] };

const columns = ["number", "approvedOn", "approvedBy", "reviewOn", "recordedAt"] as const;

/** Every review that was recorded, newest first; each stays as it was. */
export async function ReviewHistory({ slug, record, reviews }: Props) {
  const t = await getTranslations("accountability");
  const when = await moments();
  if (reviews.length === 0) return null;
  const rows = reviews.map((review) => ({
    key: String(review.number),
    cells: {
      number: (
        <a href={dpoPath(slug, `accountability/${encodeURIComponent(record.key)}/${review.number}`)}>
          {t("reviewNumber", { number: review.number })}
        </a>
      ),
      approvedOn: when.civil(review.approvedOn),
      approvedBy: review.approvedBy === "" ? t("someone") : review.approvedBy,
      reviewOn: when.civil(review.reviewOn),
      recordedAt: when.moment(review.recordedAt),
    },
  }));
  return (
    <Section title={t("history")} lead={t("historyLead")}>
      <DataTable
        caption={t("history")}
        hideCaption
        columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
        rows={rows}
      />
    </Section>
  );
}
