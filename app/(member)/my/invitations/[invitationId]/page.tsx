import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { InvitationPage } from "@/app/_resident/invitation-page";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { requireMember } from "@/lib/auth/require-actor";
import { findInvitation } from "./_components/find-invitation";
import { answerMyInvitation } from "./actions";

export const generateMetadata = memberTitle("invitation.pageTitle");

export default async function MyInvitationPage({ params }: { params: Promise<{ invitationId: string }> }) {
  const granted = await requireMember("invitation.answer");
  const invitation = await findInvitation(granted.actor, (await params).invitationId);
  if (invitation === null) notFound();
  if (invitation.kind === "survey") redirect(`/my/surveys/${invitation.activityId}`);
  const t = await getTranslations("member.nav");
  const here = `/my/invitations/${invitation.id}`;
  return (
    <MemberFrame granted={granted} back={{ href: "/my/invitations", label: t("invitations") }}>
      <InvitationPage
        panel={granted.panel}
        invitation={invitation}
        action={answerMyInvitation}
        hidden={{ invitationId: invitation.id }}
        paths={{
          calendar: `${here}/calendar.ics`,
          choices: "/my/choices",
          pause: "/my/pause",
          leave: "/my/leave",
        }}
      />
    </MemberFrame>
  );
}
