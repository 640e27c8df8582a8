import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Details } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { offeredPurposes } from "@/lib/policy/join-choices";
import { choiceName, reachOf } from "@/lib/schemas/join-answers";
import { saveChoices } from "../actions";
import { choiceGroups } from "../_components/choice-groups";
import { joinMetadata } from "../_components/join-metadata";
import { JoinStepPage } from "../_components/join-step";
import { openDraft, type StepParams } from "../_components/open-draft";

export const generateMetadata = joinMetadata("choices");

export default async function JoinChoicesPage(props: StepParams) {
  const { panel, answers, change } = await openDraft(props);
  if (answers.details === undefined) redirect(`/${panel.slug}/join/details`);
  const offered = offeredPurposes(panel.document, reachOf(answers.details));
  const told = offered.filter(({ choices }) => choices.length === 0);
  const applies = panel.document.panel.joining === "round";
  const t = await getTranslations("join.choices");
  const joinWords = await getTranslations("join");
  const initial = Object.fromEntries(
    (answers.choices ?? []).map((choice) => [choiceName(choice), choice.answer]),
  );
  return (
    <JoinStepPage panel={panel} step="choices" change={change}>
      <PageTitle lead={t(applies ? "leadApply" : "lead")}>{t("heading")}</PageTitle>
      <Form
        action={saveChoices}
        submit={joinWords("continue")}
        hidden={{ panel: panel.slug, ...(change ? { change: "1" } : {}) }}
        initial={initial}
        fields={[{ kind: "choiceMatrix", groups: await choiceGroups(offered) }]}
      >
        {told.length === 0 ? null : (
          <Details summary={t("also")}>
            <p>{t("alsoLead")}</p>
            <ul>
              {told.map(({ purpose }) => (
                <li key={purpose.key}>
                  <strong>{purpose.name}.</strong> {purpose.why}
                </li>
              ))}
            </ul>
          </Details>
        )}
        <p className="text-muted">{t("change")}</p>
      </Form>
    </JoinStepPage>
  );
}
