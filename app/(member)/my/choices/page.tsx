import { getTranslations } from "next-intl/server";
import { ChoicesList } from "@/app/_resident/choices-list";
import { isOver } from "@/app/_resident/is-over";
import { Left } from "@/app/_resident/left";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { OtherGoodbyes } from "@/app/_resident/other-goodbyes";
import { Section } from "@/components/content/card";
import { PageTitle } from "@/components/layout/page-title";
import { requireMember } from "@/lib/auth/require-actor";
import { changeChoices } from "./actions";

export const generateMetadata = memberTitle("choices.title");

export default async function ChoicesPage() {
  const granted = await requireMember("choices.change");
  const { panel, actor } = granted;
  if (await isOver(actor.organisationId, actor.memberId)) {
    return (
      <MemberFrame granted={granted}>
        <Left panel={panel} memberId={actor.memberId} />
      </MemberFrame>
    );
  }
  const t = await getTranslations("member.choices");
  return (
    <MemberFrame granted={granted}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <ChoicesList panel={panel} memberId={actor.memberId} action={changeChoices} />
      <Section title={t("otherTitle")}>
        <OtherGoodbyes pauseHref="/my/pause" leaveHref="/my/leave" />
      </Section>
    </MemberFrame>
  );
}
