import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InsetText } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { londonDate, now } from "@/lib/clock";
import { sensitiveQuestions } from "@/lib/policy/sensitive-questions";
import { agreeName, answerName } from "@/lib/schemas/join-answers";
import { saveEquality } from "../actions";
import { joinMetadata } from "../_components/join-metadata";
import { JoinStepPage } from "../_components/join-step";
import { openDraft, type StepParams } from "../_components/open-draft";
import { sensitiveFields } from "../_components/question-fields";

export const generateMetadata = joinMetadata("equality");

export default async function JoinEqualityPage(props: StepParams) {
  const { panel, answers, change } = await openDraft(props);
  const sensitive = sensitiveQuestions(panel.document, londonDate(now()));
  if (sensitive.length === 0) redirect(`/${panel.slug}/join/check`);
  const t = await getTranslations("join");
  const initial = Object.entries(answers.sensitive ?? {}).flatMap(([key, { value, statement }]) => [
    [answerName(key), value],
    [agreeName(key), statement === null ? "" : "on"],
  ]);
  return (
    <JoinStepPage panel={panel} step="equality" change={change}>
      <PageTitle lead={t("equality.lead")}>{t("equality.heading")}</PageTitle>
      <InsetText>
        <p>{t("equality.aggregate")}</p>
      </InsetText>
      <Form
        action={saveEquality}
        submit={t("continue")}
        hidden={{ panel: panel.slug, ...(change ? { change: "1" } : {}) }}
        initial={Object.fromEntries(initial)}
        fields={await sensitiveFields(panel.document, sensitive)}
        secondary={[{ label: t("equality.skip"), href: `/${panel.slug}/join/check` }]}
      />
    </JoinStepPage>
  );
}
