import { getTranslations } from "next-intl/server";
import { InsetText } from "@/components/content/notice";
import { StatRow } from "@/components/content/stat-row";
import type { SurveyResults } from "@/lib/queries/staff/get-survey-results";
import { moments } from "../../../../_components/moments";

/** How many were asked and answered, and what the figures below are made of. */
export async function ResponseFigures({ results }: { results: SurveyResults }) {
  const t = await getTranslations("staff.survey");
  const when = await moments();
  const { invited, responses, shown, threshold, lastAt } = results;
  const rate = invited === 0 ? "–" : `${Math.round((100 * responses) / invited)}%`;
  const last = lastAt === null ? null : t("lastAt", { when: when.moment(lastAt) });
  return (
    <>
      <StatRow
        stats={[
          { key: "invited", label: t("invited"), value: invited.toLocaleString("en-GB") },
          { key: "responses", label: t("responses"), value: responses.toLocaleString("en-GB"), note: last },
          { key: "rate", label: t("rate"), value: rate },
        ]}
      />
      {responses > 0 && shown < responses ? (
        <InsetText>
          {shown === 0 ? t("tooFew", { threshold }) : t("inGroups", { shown, threshold })}
        </InsetText>
      ) : null}
    </>
  );
}
