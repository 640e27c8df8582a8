import { getTranslations } from "next-intl/server";
import { MemberFrame } from "@/app/_resident/member-frame";
import { ofMember } from "@/app/_resident/member-title";
import { moments } from "@/app/_resident/moments";
import { titlesIn } from "@/app/_titles/titles-in";
import { Section } from "@/components/content/card";
import { PageTitle } from "@/components/layout/page-title";
import { whatChangedShown } from "@/lib/actions/policy/what-changed-shown";
import { requireMember } from "@/lib/auth/require-actor";
import { getMember } from "@/lib/queries/member/get-member";
import { preferredNoticePath } from "@/lib/queries/notice/preferred-edition";
import { getWhatChanged } from "@/lib/queries/policy/get-what-changed";

export const generateMetadata = titlesIn("policyRegister.member", ofMember)("title");

/** What is new in how the member's details are used. Showing it is the proof that they were told (law.md TR-3). */
export default async function WhatChanged() {
  const granted = await requireMember("dashboard.view");
  const t = await getTranslations("policyRegister.member");
  const [changed, { day }] = await Promise.all([
    getWhatChanged(granted.panel, granted.actor.memberId),
    moments(),
  ]);
  await whatChangedShown(granted);
  const { summaries, changes, noticeNumber, inForceAt } = changed;
  const { preferredFormat } = await getMember(granted.actor.organisationId, granted.actor.memberId);
  const full = await preferredNoticePath(granted.panel, noticeNumber, preferredFormat);
  return (
    <MemberFrame granted={granted} back={{ href: "/my", label: t("back") }} current="/my">
      <PageTitle lead={t("lead", { date: day(inForceAt) })}>{t("title")}</PageTitle>
      {summaries.map((summary) => (
        <p key={summary} className="whitespace-pre-line">
          {summary}
        </p>
      ))}
      {changes.length === 0 ? (
        <p>{t("nothing")}</p>
      ) : (
        <Section title={t("newTitle")}>
          <ul className="list-disc pl-5">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </Section>
      )}
      <p className="flex flex-wrap gap-x-6">
        <a href={full}>{t("full")}</a>
        <a href="/my/choices">{t("choices")}</a>
      </p>
    </MemberFrame>
  );
}
