import { requireHeldLink } from "@/app/_resident/held-link";
import { Left } from "@/app/_resident/left";
import { LinkFrame } from "@/app/_resident/link-frame";
import { linkTitle } from "@/app/_resident/member-title";
import type { Query } from "@/app/_resident/query";

export const generateMetadata = linkTitle("leave.donePageTitle", "preferences");

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> };

export default async function LeftByLinkPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { panel, actor } = await requireHeldLink("preferences", token);
  return (
    <LinkFrame panel={panel}>
      <Left panel={panel} memberId={actor.memberId} query={await searchParams} />
    </LinkFrame>
  );
}
