import { getTranslations } from "next-intl/server";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { Prose } from "@/components/content/card";
import type { SurveyForm } from "@/lib/queries/survey/get-survey";
import { moments } from "./moments";

/** Thank you, what happens with the answers, and the way to change them. */
export async function SurveyThanks({ survey, change }: { survey: SurveyForm; change: string }) {
  const t = await getTranslations("surveys.thanks");
  const { civil } = await moments();
  return (
    <>
      <ConfirmationPanel title={t("title")}>
        <p>{t("saved", { title: survey.title })}</p>
      </ConfirmationPanel>
      <Prose>
        <h2>{t("nextTitle")}</h2>
        <ul>
          <li>{survey.closesOn === null ? t("read") : t("readAfter", { date: civil(survey.closesOn) })}</li>
          <li>{t("together")}</li>
        </ul>
        {survey.open ? (
          <p>
            {t("mind")} <a href={change}>{t("change")}</a>
          </p>
        ) : null}
      </Prose>
    </>
  );
}
