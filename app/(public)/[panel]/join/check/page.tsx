import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { SummaryList } from "@/components/content/summary-list";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { londonDate, now } from "@/lib/clock";
import { optionalFields } from "@/lib/policy/join-choices";
import { sensitiveQuestions } from "@/lib/policy/sensitive-questions";
import { choicesComplete } from "@/lib/schemas/join-answers";
import { sendJoin } from "./actions";
import { choiceRows, detailRows, questionRows } from "../_components/answer-rows";
import { joinMetadata } from "../_components/join-metadata";
import { JoinStepPage } from "../_components/join-step";
import { openDraft, type StepParams } from "../_components/open-draft";

export const generateMetadata = joinMetadata("check");

export default async function JoinCheckPage(props: StepParams) {
  const { panel, answers } = await openDraft(props);
  const { document, slug } = panel;
  const base = `/${slug}/join`;
  if (answers.details === undefined) redirect(`/${slug}/join/details`);
  if (!choicesComplete(document, answers)) redirect(`/${slug}/join/choices`);
  const { plain } = optionalFields(document);
  const sensitive = sensitiveQuestions(document, londonDate(now()));
  const private_ = Object.fromEntries(
    Object.entries(answers.sensitive ?? {}).map(([key, { value }]) => [key, value]),
  );
  const t = await getTranslations("join.check");
  const about = await questionRows(document, plain, answers.questions ?? {}, `${base}/about-you?change=1`);
  const equality = await questionRows(document, sensitive, private_, `${base}/equality?change=1`);
  const choices = await choiceRows(document, answers, base);
  return (
    <JoinStepPage panel={panel} step="check">
      <PageTitle lead={t("lead")}>{t("heading")}</PageTitle>
      <SummaryList card={t("details")} rows={await detailRows(answers.details, base)} />
      {choices.length > 0 ? <SummaryList card={t("choices")} rows={choices} /> : null}
      {about.length > 0 ? <SummaryList card={t("about")} rows={about} /> : null}
      {equality.length > 0 ? <SummaryList card={t("equality")} rows={equality} /> : null}
      <Section title={t("nextTitle")}>
        <p>{t("next", { email: answers.details.email })}</p>
        <p>
          <a href={`/${slug}/privacy/${panel.privacyNoticeNumber}`}>
            {t("noticeLink", { number: panel.privacyNoticeNumber })}
          </a>
        </p>
        <Form
          action={sendJoin}
          submit={t(document.panel.joining === "round" ? "sendApply" : "send")}
          hidden={{ panel: slug }}
          fields={[]}
        />
      </Section>
    </JoinStepPage>
  );
}
