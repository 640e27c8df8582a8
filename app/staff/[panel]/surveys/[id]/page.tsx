import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import type { Route } from "next";
import { AutoRefresh } from "@/components/content/auto-refresh";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { getActivity } from "@/lib/queries/staff/get-activity";
import { getSurveyResults } from "@/lib/queries/staff/get-survey-results";
import { isOver } from "../../../_components/activity-times";
import { staffTitle } from "../../../_components/page-metadata";
import { first, staffPath } from "../../../_components/paths";
import { StaffFrame } from "../../../_components/staff-frame";
import { ActivityActions } from "../../activities/[id]/_components/activity-actions";
import { ActivityDetails } from "../../activities/[id]/_components/activity-details";
import { ActivityNews } from "../../activities/[id]/_components/activity-news";
import { QuestionResults } from "./_components/question-results";
import { ResponseFigures } from "./_components/response-figures";

export const generateMetadata = staffTitle("survey.title");

export default async function Survey({ params, searchParams }: PageProps<"/staff/[panel]/surveys/[id]">) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("surveyResult.view", slug);
  const survey = await getActivity(granted, id);
  if (survey === null || survey.kind !== "survey") notFound();
  if (survey.state === "draft") redirect(staffPath(slug, `surveys/${id}/questions`) as Route);
  const t = await getTranslations("staff.survey");
  const query = await searchParams;
  const results = await getSurveyResults(granted, survey);
  const open = survey.state === "open" && !isOver(survey, now());
  return (
    <StaffFrame
      granted={granted}
      width="page"
      before={<BackLink href={staffPath(slug, "surveys")} label={t("back")} />}
    >
      {open ? <AutoRefresh seconds={15} /> : null}
      <PageTitle caption={t("title")} action={<ActivityActions viewer={granted} activity={survey} />}>
        {survey.title}
      </PageTitle>
      <ActivityNews viewer={granted} activity={survey} saved={first(query["saved"]) !== undefined} />
      <ResponseFigures results={results} />
      <QuestionResults
        viewer={granted}
        survey={survey}
        results={results}
        comments={{ question: first(query["comments"]), after: first(query["after"]) }}
      />
      <ActivityDetails viewer={granted} activity={survey} />
    </StaffFrame>
  );
}
