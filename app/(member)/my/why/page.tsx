import { getTranslations } from "next-intl/server";
import { MemberFrame } from "@/app/_resident/member-frame";
import { ofMember } from "@/app/_resident/member-title";
import { moments } from "@/app/_resident/moments";
import { titlesIn } from "@/app/_titles/titles-in";
import { InsetText } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import { requireMember } from "@/lib/auth/require-actor";
import { getChoices } from "@/lib/queries/member/get-choices";
import { getMyWhy } from "@/lib/queries/permission/get-why";
import { WhyCard } from "./_components/why-card";

export const generateMetadata = titlesIn("why", ofMember)("my.title");

/** Why I get what I get, and why I do not get the rest. */
export default async function MyWhyPage() {
  const granted = await requireMember("dashboard.view");
  const { panel, actor } = granted;
  const t = await getTranslations("why.my");
  const [{ at, rows }, choices, when] = await Promise.all([
    getMyWhy(panel, actor.memberId),
    getChoices(panel, actor.memberId),
    moments(),
  ]);
  return (
    <MemberFrame granted={granted} current="/my" back={{ href: "/my", label: t("back") }}>
      <PageTitle lead={t("lead", { when: when.moment(at) })}>{t("title")}</PageTitle>
      {rows.map((row, place) => {
        const choice = choices[place];
        return choice === undefined ? null : <WhyCard key={row.purpose.key} row={row} choice={choice} />;
      })}
      <InsetText>
        {t("objectLead")} <a href={`/${panel.slug}/contact`}>{t("ask")}</a>
      </InsetText>
    </MemberFrame>
  );
}
