import { getTranslations } from "next-intl/server";
import { Tag, type TagTone } from "@/components/content/tag";
import type { AssessmentLine } from "@/lib/queries/accountability/list-assessments";

const tones: Readonly<Record<AssessmentLine["state"], TagTone>> = {
  overdue: "danger",
  draft: "warning",
  inForce: "success",
};

/** Whether an assessment counts today. */
export async function StateTag({ state }: { state: AssessmentLine["state"] }) {
  const t = await getTranslations("accountability.state");
  return (
    <span className="whitespace-nowrap">
      <Tag tone={tones[state]}>{t(state)}</Tag>
    </span>
  );
}
