import { getTranslations } from "next-intl/server";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { SurveyPage } from "@/app/_resident/survey-page";
import { requireMember } from "@/lib/auth/require-actor";
import { answerMyInvitation } from "../../invitations/[invitationId]/actions";
import { requireSurvey } from "./_components/require-survey";
import { answerMySurvey } from "./actions";

export const generateMetadata = memberTitle("surveyTitles.survey");

export default async function MySurveyPage({ params }: { params: Promise<{ activityId: string }> }) {
  const granted = await requireMember("survey.answer");
  const survey = await requireSurvey(granted.actor, (await params).activityId);
  const t = await getTranslations("member.nav");
  return (
    <MemberFrame
      granted={granted}
      current="/my/invitations"
      back={{ href: "/my/invitations", label: t("invitations") }}
    >
      <SurveyPage
        survey={survey}
        action={answerMySurvey}
        dismiss={answerMyInvitation}
        hidden={{ activityId: survey.activityId }}
        dismissHidden={{ invitationId: survey.invitationId }}
        paths={{ choices: "/my/choices", pause: "/my/pause", leave: "/my/leave" }}
      />
    </MemberFrame>
  );
}
