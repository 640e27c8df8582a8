import { notFound } from "next/navigation";
import { requireHeldLink } from "@/app/_resident/held-link";
import { InvitationPage } from "@/app/_resident/invitation-page";
import { LinkFrame } from "@/app/_resident/link-frame";
import { linkTitle } from "@/app/_resident/member-title";
import { SurveyPage } from "@/app/_resident/survey-page";
import { getInvitation } from "@/lib/queries/invitation/get-invitation";
import { getSurvey } from "@/lib/queries/survey/get-survey";
import { answerByLink, answerSurveyByLink } from "./actions";
import { linkPaths } from "./_components/link-paths";

export const generateMetadata = linkTitle("invitation.pageTitle", "invitation");

/** Opened from a mail, without signing in: the invitation or the survey itself. Opening it answers nothing. */
export default async function InvitationByLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { panel, actor, about } = await requireHeldLink("invitation", token);
  const { organisationId, memberId } = actor;
  const invitation = await getInvitation(organisationId, memberId, about[0] ?? "");
  if (invitation === null) notFound();
  const paths = linkPaths(actor, token);
  const survey =
    invitation.kind === "survey" ? await getSurvey(organisationId, memberId, invitation.activityId) : null;
  return (
    <LinkFrame panel={panel}>
      {survey === null ? (
        <InvitationPage
          panel={panel}
          invitation={invitation}
          action={answerByLink}
          hidden={{ token }}
          paths={paths}
        />
      ) : (
        <SurveyPage
          survey={survey}
          action={answerSurveyByLink}
          dismiss={answerByLink}
          hidden={{ token }}
          paths={paths}
        />
      )}
    </LinkFrame>
  );
}
