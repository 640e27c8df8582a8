import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { readSurvey, type SurveyQuestion } from "@/lib/queries/survey/question-model";
import type { ActivityView } from "./get-activity";
import { shownResponses } from "./shown-responses";
import { authorise, type Viewer } from "./viewer";

export type OptionCount = { readonly value: string; readonly label: string; readonly count: number };

/** How one question was answered. `options` is empty for a question answered in words, and for one that is held back. */
export type QuestionResult = {
  readonly name: string;
  readonly title: string;
  readonly kind: SurveyQuestion["kind"];
  readonly answered: number;
  /** Too few answered to show how (law.md RG-6). */
  readonly heldBack: boolean;
  readonly options: readonly OptionCount[];
  /** Mean of a rating, when it is shown. */
  readonly mean: number | null;
};

export type SurveyResults = {
  readonly invited: number;
  readonly responses: number;
  /** How many responses the figures below are made of: whole groups of `threshold` (shown-responses.ts). */
  readonly shown: number;
  readonly threshold: number;
  readonly lastAt: Date | null;
  readonly questions: readonly QuestionResult[];
};

type Counted = { readonly name: string | null; readonly value: string; readonly count: number };

/** Counts the answers of the responses that are shown. */
function countAnswers(shown: Prisma.Sql): Promise<Counted[]> {
  return database().$queryRaw<Counted[]>`
    SELECT answer.key AS name, CASE WHEN length(chosen.value) > 200 THEN '' ELSE chosen.value END AS value,
      count(*)::int AS count
    FROM ${shown} AS shown, jsonb_each(shown.answers) AS answer,
      jsonb_array_elements_text(
        CASE jsonb_typeof(answer.value) WHEN 'array' THEN answer.value ELSE jsonb_build_array(answer.value) END
      ) AS chosen(value)
    GROUP BY 1, 2`;
}

/** How many responses are shown, under no name, and how many of them answered each question at all. */
function countAnswered(shown: Prisma.Sql): Promise<Counted[]> {
  return database().$queryRaw<Counted[]>`
    SELECT answer.key AS name, '' AS value, count(DISTINCT shown.id)::int AS count
    FROM ${shown} AS shown LEFT JOIN LATERAL jsonb_each(shown.answers) AS answer ON true
    GROUP BY GROUPING SETS ((answer.key), ())`;
}

function optionsOf(question: SurveyQuestion): readonly { value: string; label: string }[] {
  if (question.kind === "choice" || question.kind === "choices") return question.options;
  if (question.kind !== "rating") return [];
  const steps = Array.from({ length: question.max - question.min + 1 }, (_, index) =>
    String(question.min + index),
  );
  return steps.map((value, index) => {
    const end = index === 0 ? question.minLabel : index === steps.length - 1 ? question.maxLabel : "";
    return { value, label: end === "" ? value : `${value} – ${end}` };
  });
}

function meanOf(question: SurveyQuestion, options: readonly OptionCount[], answered: number): number | null {
  if (question.kind !== "rating" || answered === 0 || options.length === 0) return null;
  return options.reduce((sum, option) => sum + Number(option.value) * option.count, 0) / answered;
}

function resultOf(question: SurveyQuestion, counts: readonly Counted[], answered: number, threshold: number) {
  const heldBack = answered < threshold;
  const options = heldBack
    ? []
    : optionsOf(question).map((option) => ({
        ...option,
        count: counts.find(({ name, value }) => name === question.name && value === option.value)?.count ?? 0,
      }));
  const { name, title, kind } = question;
  return { name, title, kind, answered, heldBack, options, mean: meanOf(question, options, answered) };
}

async function countResponses(viewer: Viewer, activityId: string) {
  const counted = await database().surveyResponse.aggregate({
    where: { organisationId: viewer.panel.organisationId, activityId },
    _count: true,
    _max: { submittedAt: true },
  });
  return { responses: counted._count, lastAt: counted._max.submittedAt };
}

/** A survey's answers as figures; five statements, however many answers. */
export async function getSurveyResults(viewer: Viewer, activity: ActivityView): Promise<SurveyResults> {
  authorise(viewer, "surveyResult.view");
  const threshold = viewer.panel.document.suppressionThresholds.default;
  const [{ responses, lastAt }, rows] = await Promise.all([
    countResponses(viewer, activity.id),
    shownResponses(viewer, activity.id),
  ]);
  const [counts, answered] = await Promise.all([countAnswers(rows), countAnswered(rows)]);
  const countOf = (asked: string | null) => answered.find(({ name }) => name === asked)?.count ?? 0;
  const questions = readSurvey(activity.survey).questions.map((question) =>
    resultOf(question, counts, countOf(question.name), threshold),
  );
  return { invited: activity.invited, responses, shown: countOf(null), threshold, lastAt, questions };
}
