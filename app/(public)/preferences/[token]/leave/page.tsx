import { getTranslations } from "next-intl/server";
import { requireHeldLink } from "@/app/_resident/held-link";
import { isOver } from "@/app/_resident/is-over";
import { Left } from "@/app/_resident/left";
import { LinkFrame } from "@/app/_resident/link-frame";
import { linkTitle } from "@/app/_resident/member-title";
import { LeaveForm } from "@/app/_resident/leave-form";
import { leaveByLink } from "../actions";

export const generateMetadata = linkTitle("leave.pageTitle", "preferences");

export default async function LeaveByLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { panel, actor } = await requireHeldLink("preferences", token);
  const t = await getTranslations("member.saved");
  const over = await isOver(actor.organisationId, actor.memberId);
  return (
    <LinkFrame panel={panel} back={{ href: `/preferences/${token}`, label: t("allChoices") }}>
      {over ? (
        <Left panel={panel} memberId={actor.memberId} />
      ) : (
        <LeaveForm
          panel={panel}
          memberId={actor.memberId}
          action={leaveByLink}
          pauseHref={`/preferences/${token}/pause`}
          token={token}
        />
      )}
    </LinkFrame>
  );
}
