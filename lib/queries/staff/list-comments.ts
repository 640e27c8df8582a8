import { database } from "@/lib/db/client";
import type { ActivityView } from "./get-activity";
import type { SurveyResults } from "./get-survey-results";
import { shownResponses } from "./shown-responses";
import { authorise, type Viewer } from "./viewer";

export type CommentPage = { readonly comments: readonly string[]; readonly next: string | null };

const pageSize = 25;
const place = /^[0-9a-f]{32}$/;

/**
 * What people wrote for one question, in an order that says nothing about who wrote or when. Only of responses that the
 * figures count, and nothing while too few have written. `after` is where the page before ended.
 */
export async function listComments(
  viewer: Viewer,
  activity: ActivityView,
  results: SurveyResults,
  question: string,
  after?: string,
): Promise<CommentPage> {
  authorise(viewer, "surveyResult.view");
  const result = results.questions.find(({ name }) => name === question);
  if (result === undefined || result.heldBack) return { comments: [], next: null };
  const from = after !== undefined && place.test(after) ? after : "";
  const rows = await database().$queryRaw<{ place: string; words: string }[]>`
    SELECT place, words FROM (
      SELECT md5(id::text || ${question}) AS place, answers ->> ${question} AS words
      FROM ${await shownResponses(viewer, activity.id)} AS counted
    ) AS shown
    WHERE words IS NOT NULL AND place > ${from} ORDER BY place LIMIT ${pageSize + 1}`;
  const shown = rows.slice(0, pageSize);
  return {
    comments: shown.map(({ words }) => words),
    next: rows.length > pageSize ? (shown.at(-1)?.place ?? null) : null,
  };
}
