import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import type { Route } from "next";
import { Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { getActivity } from "@/lib/queries/staff/get-activity";
import { mostQuestions, questionsOf } from "@/lib/schemas/survey-definition";
import { staffTitle } from "../../../../_components/page-metadata";
import { staffPath } from "../../../../_components/paths";
import { StaffFrame } from "../../../../_components/staff-frame";
import { AddQuestion } from "../_components/add-question";
import { DraftQuestions } from "../_components/draft-questions";
import { publishSurveyDraft } from "./actions";

export const generateMetadata = staffTitle("questions.title");

export default async function Questions({ params }: PageProps<"/staff/[panel]/surveys/[id]/questions">) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("activity.create", slug);
  const survey = await getActivity(granted, id);
  if (survey === null || survey.kind !== "survey") notFound();
  if (survey.state !== "draft") redirect(staffPath(slug, `surveys/${id}`) as Route);
  const t = await getTranslations("staff.questions");
  const questions = questionsOf(survey.survey);
  return (
    <StaffFrame
      granted={granted}
      width="reading"
      before={<BackLink href={staffPath(slug, "surveys")} label={t("back")} />}
    >
      <PageTitle caption={t("draft")} lead={t("lead", { most: mostQuestions })}>
        {survey.title}
      </PageTitle>
      <DraftQuestions slug={slug} activityId={id} questions={questions} />
      {questions.length < mostQuestions ? <AddQuestion slug={slug} activityId={id} /> : null}
      {questions.length > 0 ? (
        <Section title={t("publishTitle")} lead={t("publishLead")}>
          <Form
            action={publishSurveyDraft}
            hidden={{ panel: slug, activity: id }}
            fields={[]}
            submit={t("publish")}
          />
        </Section>
      ) : null}
    </StaffFrame>
  );
}
