import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";
import { reviewAnswers, type ReviewQuestion } from "@/lib/policy/content-review";

/** What the sender answers about the words. Nothing is chosen beforehand. */
export async function reviewFields(questions: readonly ReviewQuestion[]): Promise<FieldSpec[]> {
  const t = await getTranslations("staff.preview.review");
  return questions.map((question): FieldSpec => {
    const options = reviewAnswers[question].map((value) => ({
      value,
      label: t(`${question}.options.${value}`),
    }));
    const hint = question === "occasion" ? {} : { hint: t(`${question}.hint`) };
    return { kind: "radios", name: question, label: t(`${question}.label`), ...hint, options };
  });
}
