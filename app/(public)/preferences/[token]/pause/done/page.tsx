import { getTranslations } from "next-intl/server";
import { requireHeldLink } from "@/app/_resident/held-link";
import { LinkFrame } from "@/app/_resident/link-frame";
import { linkTitle } from "@/app/_resident/member-title";
import { Paused } from "@/app/_resident/paused";
import type { Query } from "@/app/_resident/query";
import { resumeByLink } from "../../actions";

export const generateMetadata = linkTitle("pause.doneTitle", "preferences");

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> };

export default async function PausedByLinkPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { panel, actor } = await requireHeldLink("preferences", token);
  const t = await getTranslations("member.saved");
  return (
    <LinkFrame panel={panel} back={{ href: `/preferences/${token}`, label: t("allChoices") }}>
      <Paused
        organisationId={actor.organisationId}
        memberId={actor.memberId}
        query={await searchParams}
        resume={resumeByLink}
        token={token}
      />
    </LinkFrame>
  );
}
