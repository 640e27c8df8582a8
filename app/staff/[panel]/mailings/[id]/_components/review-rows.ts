import { getTranslations } from "next-intl/server";
import type { SummaryRow } from "@/components/content/summary-list";
import { reviewQuestions, type ContentReview } from "@/lib/policy/content-review";

/** What was answered about the words before they were sent; nothing where it was not asked. */
export async function reviewRows(review: ContentReview): Promise<SummaryRow[]> {
  const t = await getTranslations("staff.mailing.review");
  const words = await getTranslations("staff.preview.review");
  return reviewQuestions.flatMap((question): SummaryRow[] => {
    const answer = review[question];
    if (answer === null) return [];
    const value = words(`${question}.options.${answer}`);
    return [{ key: question, label: t(question), value }];
  });
}
