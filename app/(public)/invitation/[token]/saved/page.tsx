import { notFound } from "next/navigation";
import { requireHeldLink } from "@/app/_resident/held-link";
import { InvitationSaved } from "@/app/_resident/invitation-saved";
import { LinkFrame } from "@/app/_resident/link-frame";
import { linkTitle } from "@/app/_resident/member-title";
import type { Query } from "@/app/_resident/query";
import { getInvitation } from "@/lib/queries/invitation/get-invitation";

export const generateMetadata = linkTitle("saved.pageTitle", "invitation");

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> };

export default async function AnsweredByLinkPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { panel, actor, about } = await requireHeldLink("invitation", token);
  const invitation = await getInvitation(actor.organisationId, actor.memberId, about[0] ?? "");
  if (invitation === null) notFound();
  const here = `/invitation/${token}`;
  return (
    <LinkFrame panel={panel}>
      <InvitationSaved
        invitation={invitation}
        query={await searchParams}
        back={here}
        calendar={`${here}/calendar.ics`}
      />
    </LinkFrame>
  );
}
