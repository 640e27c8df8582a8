import { notFound } from "next/navigation";
import { requireHeldLink } from "@/app/_resident/held-link";
import { LinkFrame } from "@/app/_resident/link-frame";
import { linkTitle } from "@/app/_resident/member-title";
import { SurveyThanks } from "@/app/_resident/survey-thanks";
import { getInvitation } from "@/lib/queries/invitation/get-invitation";
import { getSurvey } from "@/lib/queries/survey/get-survey";

export const generateMetadata = linkTitle("surveyTitles.thanks", "invitation");

export default async function ThanksByLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { panel, actor, about } = await requireHeldLink("invitation", token);
  const { organisationId, memberId } = actor;
  const invitation = await getInvitation(organisationId, memberId, about[0] ?? "");
  const survey =
    invitation === null ? null : await getSurvey(organisationId, memberId, invitation.activityId);
  if (survey === null) notFound();
  return (
    <LinkFrame panel={panel}>
      <SurveyThanks survey={survey} change={`/invitation/${token}`} />
    </LinkFrame>
  );
}
