import { getTranslations } from "next-intl/server";
import { SummaryList } from "@/components/content/summary-list";
import type { AssessmentLine } from "@/lib/queries/accountability/list-assessments";
import { moments } from "../../../_components/moments";
import { StateTag } from "./state-tag";
import { WhatRests } from "./what-rests";

/** How an assessment stands today. */
export async function Standing({ assessment }: { assessment: AssessmentLine }) {
  const t = await getTranslations("accountability.column");
  const when = await moments();
  const { record, state } = assessment;
  const values = {
    state: <StateTag state={state} />,
    approvedOn: when.civil(record.approvedOn),
    reviewOn: when.civil(record.reviewOn),
    owner: record.ownerRole,
    rests: <WhatRests assessment={assessment} />,
  };
  return (
    <SummaryList
      rows={(Object.keys(values) as (keyof typeof values)[]).map((key) => ({
        key,
        label: t(key),
        value: values[key],
      }))}
    />
  );
}
