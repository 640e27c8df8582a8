import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { InvitationSaved } from "@/app/_resident/invitation-saved";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import type { Query } from "@/app/_resident/query";
import { requireMember } from "@/lib/auth/require-actor";
import { findInvitation } from "../_components/find-invitation";

export const generateMetadata = memberTitle("saved.pageTitle");

type Props = { params: Promise<{ invitationId: string }>; searchParams: Promise<Query> };

export default async function MyInvitationSavedPage({ params, searchParams }: Props) {
  const granted = await requireMember("invitation.answer");
  const invitation = await findInvitation(granted.actor, (await params).invitationId);
  if (invitation === null) notFound();
  const t = await getTranslations("member.nav");
  const here = `/my/invitations/${invitation.id}`;
  return (
    <MemberFrame granted={granted} back={{ href: "/my", label: t("home") }}>
      <InvitationSaved
        invitation={invitation}
        query={await searchParams}
        back={here}
        calendar={`${here}/calendar.ics`}
      />
    </MemberFrame>
  );
}
