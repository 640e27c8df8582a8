import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { stepsOf } from "@/lib/actions/join/pages";
import { optionalFields } from "@/lib/policy/join-choices";
import { answerName } from "@/lib/schemas/join-answers";
import { saveAboutYou } from "../actions";
import { joinMetadata } from "../_components/join-metadata";
import { JoinStepPage } from "../_components/join-step";
import { openDraft, type StepParams } from "../_components/open-draft";
import { questionFields } from "../_components/question-fields";

export const generateMetadata = joinMetadata("about");

export default async function JoinAboutYouPage(props: StepParams) {
  const { panel, answers, change } = await openDraft(props);
  const { plain } = optionalFields(panel.document);
  const t = await getTranslations("join");
  const next = change || !stepsOf(panel).includes("equality") ? "check" : "equality";
  const given = Object.entries(answers.questions ?? {});
  return (
    <JoinStepPage panel={panel} step="about-you" change={change}>
      <PageTitle lead={t("about.lead")}>{t("about.heading")}</PageTitle>
      <Form
        action={saveAboutYou}
        submit={t("continue")}
        hidden={{ panel: panel.slug, ...(change ? { change: "1" } : {}) }}
        initial={Object.fromEntries(given.map(([key, value]) => [answerName(key), value]))}
        fields={await questionFields(panel.document, plain)}
        secondary={[{ label: t("about.skip"), href: `/${panel.slug}/join/${next}` }]}
      />
    </JoinStepPage>
  );
}
