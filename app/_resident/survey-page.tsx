import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/action-form";
import { Section } from "@/components/content/card";
import { InsetText, NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import type { SurveyForm } from "@/lib/queries/survey/get-survey";
import { moments } from "./moments";
import { OtherGoodbyes } from "./other-goodbyes";
import { answersToFields, surveyField } from "./survey-fields";

type Props = {
  survey: SurveyForm;
  action: FormAction;
  /** Says "not this one". */
  dismiss: FormAction;
  hidden: Record<string, string>;
  dismissHidden?: Record<string, string> | undefined;
  paths: { choices: string; pause: string; leave: string };
};

/** The survey itself. Confidential, and said so: it is not anonymous, because we know who answered (law.md TR-5). */
export async function SurveyPage({ survey, action, dismiss, hidden, dismissHidden = hidden, paths }: Props) {
  const t = await getTranslations("surveys");
  const { civil, moment } = await moments();
  const { answers, answeredAt, questions } = survey;
  return (
    <>
      <PageTitle
        caption={
          survey.closesOn === null ? t("caption") : t("captionUntil", { date: civil(survey.closesOn) })
        }
        lead={survey.summary}
      >
        {survey.title}
      </PageTitle>
      {answeredAt === null ? null : (
        <NotificationBanner tone="success" title={t("answered", { when: moment(answeredAt) })}>
          {survey.open ? <p>{t("answeredOpen")}</p> : null}
        </NotificationBanner>
      )}
      {survey.cancelled ? (
        <NotificationBanner tone="warning" title={t("cancelled")}>
          {survey.cancelReason === null ? null : <p className="whitespace-pre-line">{survey.cancelReason}</p>}
        </NotificationBanner>
      ) : null}
      {survey.outcome === null ? null : <InsetText>{survey.outcome}</InsetText>}
      {survey.open ? (
        <>
          <InsetText>{t("confidential")}</InsetText>
          <Form
            id="survey"
            action={action}
            fields={questions.map(surveyField)}
            initial={answersToFields(questions, answers)}
            submit={t(answers === null ? "send" : "sendChanges")}
            hidden={hidden}
          />
          <Section title={t("noTitle")}>
            <Form
              id="dismiss"
              action={dismiss}
              fields={[]}
              submit={t("notThis")}
              tone="secondary"
              hidden={{ ...dismissHidden, answer: "notThis" }}
            />
            <OtherGoodbyes pauseHref={paths.pause} choicesHref={paths.choices} leaveHref={paths.leave} />
          </Section>
        </>
      ) : survey.cancelled ? null : (
        <InsetText>{t("closed")}</InsetText>
      )}
    </>
  );
}
