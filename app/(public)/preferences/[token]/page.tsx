import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ChoicesList } from "@/app/_resident/choices-list";
import { findHeldLink } from "@/app/_resident/held-link";
import { isOver } from "@/app/_resident/is-over";
import { Left } from "@/app/_resident/left";
import { LinkFrame } from "@/app/_resident/link-frame";
import { linkTitle } from "@/app/_resident/member-title";
import { OtherGoodbyes } from "@/app/_resident/other-goodbyes";
import { Section } from "@/components/content/card";
import { PageTitle } from "@/components/layout/page-title";
import { changeChoicesByLink } from "./actions";
import { Gone, isGone } from "./_components/gone";
import { UnsubscribePage } from "./_components/unsubscribe-page";

export const generateMetadata = linkTitle("choices.title", "unsubscribe", "preferences");

/** Opened from a mail, without signing in: all choices, or the one thing an unsubscribe link is about. */
export default async function PreferencesPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const stop = await findHeldLink("unsubscribe", token);
  if (stop !== null) return <UnsubscribePage held={stop} token={token} />;
  const held = await findHeldLink("preferences", token);
  if (held === null) return isGone(token) ? <Gone /> : notFound();
  if (await isOver(held.actor.organisationId, held.actor.memberId)) {
    return (
      <LinkFrame panel={held.panel}>
        <Left panel={held.panel} memberId={held.actor.memberId} />
      </LinkFrame>
    );
  }
  const t = await getTranslations("member.choices");
  return (
    <LinkFrame panel={held.panel}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <ChoicesList
        panel={held.panel}
        memberId={held.actor.memberId}
        action={changeChoicesByLink}
        token={token}
      />
      <Section title={t("otherTitle")}>
        <OtherGoodbyes pauseHref={`/preferences/${token}/pause`} leaveHref={`/preferences/${token}/leave`} />
      </Section>
    </LinkFrame>
  );
}
