import { getTranslations } from "next-intl/server";
import { ChoiceSaved } from "@/app/_resident/choice-saved";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import type { Query } from "@/app/_resident/query";
import { ButtonLink } from "@/components/content/button";
import { requireMember } from "@/lib/auth/require-actor";
import { changeChoices } from "../actions";

export const generateMetadata = memberTitle("saved.pageTitle");

export default async function ChoicesSavedPage({ searchParams }: { searchParams: Promise<Query> }) {
  const granted = await requireMember("choices.change");
  const t = await getTranslations("member.saved");
  return (
    <MemberFrame granted={granted} back={{ href: "/my/choices", label: t("allChoices") }}>
      <ChoiceSaved
        panel={granted.panel}
        memberId={granted.actor.memberId}
        query={await searchParams}
        action={changeChoices}
      />
      <p>
        <ButtonLink href="/my" tone="secondary">
          {t("home")}
        </ButtonLink>
      </p>
    </MemberFrame>
  );
}
