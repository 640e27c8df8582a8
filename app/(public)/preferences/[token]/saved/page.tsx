import { getTranslations } from "next-intl/server";
import { ChoiceSaved } from "@/app/_resident/choice-saved";
import { findHeldLink, requireHeldLink } from "@/app/_resident/held-link";
import { LinkFrame } from "@/app/_resident/link-frame";
import { linkTitle } from "@/app/_resident/member-title";
import type { Query } from "@/app/_resident/query";
import { changeChoicesByLink } from "../actions";
import { Unsubscribed } from "../_components/unsubscribed";

export const generateMetadata = linkTitle("saved.pageTitle", "unsubscribe", "preferences");

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> };

export default async function SavedPage({ params, searchParams }: Props) {
  const { token } = await params;
  const query = await searchParams;
  const stop = await findHeldLink("unsubscribe", token);
  if (stop !== null) return <Unsubscribed held={stop} token={token} query={query} />;
  const { panel, actor } = await requireHeldLink("preferences", token);
  const t = await getTranslations("member.saved");
  return (
    <LinkFrame panel={panel} back={{ href: `/preferences/${token}`, label: t("allChoices") }}>
      <ChoiceSaved
        panel={panel}
        memberId={actor.memberId}
        query={query}
        action={changeChoicesByLink}
        token={token}
      />
    </LinkFrame>
  );
}
