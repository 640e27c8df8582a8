import { getTranslations } from "next-intl/server";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { SurveyThanks } from "@/app/_resident/survey-thanks";
import { requireMember } from "@/lib/auth/require-actor";
import { requireSurvey } from "../_components/require-survey";

export const generateMetadata = memberTitle("surveyTitles.thanks");

export default async function MySurveyThanksPage({ params }: { params: Promise<{ activityId: string }> }) {
  const granted = await requireMember("survey.answer");
  const survey = await requireSurvey(granted.actor, (await params).activityId);
  const t = await getTranslations("member.nav");
  return (
    <MemberFrame granted={granted} current="/my/invitations" back={{ href: "/my", label: t("home") }}>
      <SurveyThanks survey={survey} change={`/my/surveys/${survey.activityId}`} />
    </MemberFrame>
  );
}
