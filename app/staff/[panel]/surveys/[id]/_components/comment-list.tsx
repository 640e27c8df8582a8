import { getTranslations } from "next-intl/server";
import { Pagination } from "@/components/content/pagination";
import type { ActivityView } from "@/lib/queries/staff/get-activity";
import type { QuestionResult, SurveyResults } from "@/lib/queries/staff/get-survey-results";
import { listComments } from "@/lib/queries/staff/list-comments";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { staffPath } from "../../../../_components/paths";

type Props = {
  viewer: Viewer;
  survey: ActivityView;
  results: SurveyResults;
  question: QuestionResult;
  after: string | undefined;
};

/** What people wrote, without who or when. */
export async function CommentList({ viewer, survey, results, question, after }: Props) {
  const t = await getTranslations("staff.survey");
  const page = await listComments(viewer, survey, results, question.name, after);
  const older =
    page.next === null
      ? undefined
      : staffPath(viewer.panel.slug, `surveys/${survey.id}`, { comments: question.name, after: page.next });
  return (
    <>
      <p className="text-muted">{t("comments", { count: question.answered })}</p>
      <ul className="grid max-w-reading gap-3">
        {page.comments.map((words, index) => (
          <li key={index} className="border-l-4 border-rule pl-4 whitespace-pre-line">
            {words}
          </li>
        ))}
      </ul>
      <Pagination labels={{ newer: "", older: t("moreComments") }} older={older} />
    </>
  );
}
