import { getTranslations } from "next-intl/server";
import { BarChart } from "@/components/charts/bar-chart";
import { EmptyState } from "@/components/content/empty-state";
import { Section } from "@/components/content/card";
import type { ActivityView } from "@/lib/queries/staff/get-activity";
import type { QuestionResult, SurveyResults } from "@/lib/queries/staff/get-survey-results";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { CommentList } from "./comment-list";

type Shared = { viewer: Viewer; survey: ActivityView; results: SurveyResults };
type Place = { question: string | undefined; after: string | undefined };

async function Figures({ result, title }: { result: QuestionResult; title: string }) {
  const t = await getTranslations("staff.survey");
  const percent = (count: number) =>
    result.answered === 0 ? 0 : Math.round((100 * count) / result.answered);
  const bars = result.options.map(({ value, label, count }) => ({
    key: value,
    label,
    value: count,
    figure: t("figure", { count, percent: percent(count) }),
  }));
  const total = { label: t("answered"), figure: result.answered.toLocaleString("en-GB") };
  return (
    <>
      <BarChart
        title={title}
        hideTitle
        labelHeading={t("answer")}
        valueHeading={t("people")}
        bars={bars}
        {...(result.kind === "choices" ? {} : { total })}
      />
      {result.mean === null ? null : (
        <p className="text-muted">
          {t("mean", {
            mean: result.mean.toLocaleString("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
            most: result.options.length,
          })}
        </p>
      )}
    </>
  );
}

/** Every question in order: figures as a chart with its table, words as a list, and nothing from too few people. */
export async function QuestionResults({ comments, ...shared }: Shared & { comments: Place }) {
  const t = await getTranslations("staff.survey");
  if (shared.results.responses === 0) return <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>;
  return shared.results.questions.map((result, index) => {
    const title = t("question", { number: index + 1, title: result.title });
    if (result.heldBack) {
      return (
        <Section key={result.name} title={title}>
          <p className="text-muted">{t("heldBack", { threshold: shared.results.threshold })}</p>
        </Section>
      );
    }
    const inWords = result.kind === "comment" || result.kind === "text";
    const after = comments.question === result.name ? comments.after : undefined;
    return (
      <Section key={result.name} title={title}>
        {inWords ? (
          <CommentList {...shared} question={result} after={after} />
        ) : (
          <Figures result={result} title={title} />
        )}
      </Section>
    );
  });
}
